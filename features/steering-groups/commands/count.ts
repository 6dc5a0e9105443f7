import { and, eq } from 'drizzle-orm'
import { write } from '@/db/client'
import { steeringGroupCounts } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Conflict, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer } from '@/policy'
import type { KeepCountInput } from '../input'

/** How many groups a source says there were, and how surely; the first word of it, or a better one (S14). */
export function keepCount(person: Viewer, { id, version, ...words }: KeepCountInput, now: Date): void {
  write((tx) => {
    authorize(can.keepSuccession(person))
    const { count, qualifier, asOf } = words
    const kept = id ?? newId()
    if (id === null) {
      tx.insert(steeringGroupCounts)
        .values({ id: kept, ...words })
        .run()
    } else {
      const known = tx.select().from(steeringGroupCounts).where(eq(steeringGroupCounts.id, id)).get()
      if (!known) throw new NotFound()
      const written = tx
        .update(steeringGroupCounts)
        .set({ ...words, version: version + 1 })
        .where(and(eq(steeringGroupCounts.id, id), eq(steeringGroupCounts.version, version)))
        .run()
      if (written.changes === 0) throw new Conflict('groupChanged')
    }
    const data = { count, qualifier, asOf }
    record(
      tx,
      person,
      { kind: 'steering-group-count.kept', subject: ['steering-group-count', kept], data },
      now,
    )
  })
}
