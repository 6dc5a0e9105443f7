import type { Transaction } from '@/db/open'
import { type EventData, events } from '@/db/schema'

export type Actor = { personId: string } | { job: string }
type Change = {
  kind: string
  subject: [kind: string, id: string]
  forumId?: string | null
  /** Ids, dates, enums and hashes only; free text belongs in the record itself. */
  data?: EventData
}

/** Writes the event of a change in the transaction of the change: no event, no change. */
export function record(tx: Transaction, actor: Actor, change: Change, now: Date): number {
  const written = tx
    .insert(events)
    .values({
      at: now,
      actorKind: 'personId' in actor ? 'person' : 'system',
      actorId: 'personId' in actor ? actor.personId : actor.job,
      kind: change.kind,
      subjectKind: change.subject[0],
      subjectId: change.subject[1],
      forumId: change.forumId ?? null,
      data: change.data ?? {},
    })
    .returning({ seq: events.seq })
    .get()
  return written.seq
}
