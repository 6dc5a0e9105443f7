import { eq, or } from 'drizzle-orm'
import type { Transaction } from '@/db/open'
import { forums, people } from '@/db/schema'
import { record } from '@/features/activity/record'
import type { Viewer } from '@/policy'

/** Who stops being a coordinator convenes nothing: the deputy takes over, and where there is none the place is empty. */
export function handOverForums(tx: Transaction, actor: Viewer, personId: string, now: Date): void {
  const concerned = tx
    .select()
    .from(forums)
    .where(or(eq(forums.convenerId, personId), eq(forums.deputyConvenerId, personId)))
    .all()
  for (const forum of concerned) {
    const convenerId =
      forum.convenerId === personId ? successor(tx, forum.deputyConvenerId, personId) : forum.convenerId
    const set = { convenerId, deputyConvenerId: null, version: forum.version + 1 }
    tx.update(forums).set(set).where(eq(forums.id, forum.id)).run()
    const data = { convenerBefore: forum.convenerId, convenerId, deputyConvenerId: null }
    record(tx, actor, { kind: 'forum.changed', subject: ['forum', forum.id], forumId: forum.id, data }, now)
  }
}

function successor(tx: Transaction, deputyId: string | null, personId: string): string | null {
  if (deputyId === null || deputyId === personId) return null
  const deputy = tx.select().from(people).where(eq(people.id, deputyId)).get()
  return deputy?.role === 'coordinator' && deputy.deactivatedAt === null ? deputyId : null
}
