import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/open'
import { steeringGroups } from '@/db/schema'
import { type Actor, record } from '@/features/activity/record'
import { Refused } from '@/lib/errors'
import { changedFields } from '@/lib/versions'

export type BaselineValues = {
  id: string
  meetingsAYear: number | null
  municipalPeople: number | null
  minutesAYear: number | null
  /** Where it is written, as one would quote it. */
  baselineSource: string
  /** Skøn: estimated by the source. */
  baselineEstimated: boolean
}

/** Inside the caller's transaction, which has authorized: how it was before the forum took over (S14–S16). */
export function keepBaseline(
  tx: Transaction,
  actor: Actor,
  { id, ...baseline }: BaselineValues,
  now: Date,
): { id: string; change: 'changed' | 'unchanged' } {
  const group = tx.select().from(steeringGroups).where(eq(steeringGroups.id, id)).get()
  if (!group) throw new Refused('unknown', undefined, 'id')
  const changed = changedFields<typeof baseline>(group, baseline)
  if (changed.length === 0) return { id, change: 'unchanged' }
  tx.update(steeringGroups)
    .set({ ...baseline, version: group.version + 1 })
    .where(eq(steeringGroups.id, id))
    .run()
  const { meetingsAYear, municipalPeople, minutesAYear } = baseline
  const data = { changed, meetingsAYear, municipalPeople, minutesAYear }
  const change = { kind: 'steering-group.baseline-kept', forumId: group.successorForumId, data }
  record(tx, actor, { ...change, subject: ['steering-group', id] }, now)
  return { id, change: 'changed' }
}
