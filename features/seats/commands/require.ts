import { and, eq } from 'drizzle-orm'
import { write } from '@/db/client'
import { forums, parties, requiredSeats } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Conflict, NotFound } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'
import type { RequiredSeatsInput } from '../input'

/** How many seats a department is meant to fill in a forum; 0 is none. */
export function requireSeats(
  person: Viewer,
  { forumId, partyId, count, was }: RequiredSeatsInput,
  now: Date,
): void {
  write((tx) => {
    authorize(can.administer(person))
    const forum = tx.select({ id: forums.id }).from(forums).where(eq(forums.id, forumId)).get()
    const party = tx.select({ kind: parties.kind }).from(parties).where(eq(parties.id, partyId)).get()
    if (!forum || party?.kind !== 'department') throw new NotFound()
    if (count === was) return
    const here = and(eq(requiredSeats.forumId, forumId), eq(requiredSeats.partyId, partyId))
    const stored = tx.select({ count: requiredSeats.count }).from(requiredSeats).where(here).get()
    if ((stored?.count ?? 0) !== was) throw new Conflict('requiredSeatsChanged')
    tx.insert(requiredSeats)
      .values({ forumId, partyId, count })
      .onConflictDoUpdate({ target: [requiredSeats.forumId, requiredSeats.partyId], set: { count } })
      .run()
    const data = { partyId, countBefore: was, count }
    record(tx, person, { kind: 'forum.seats-required', subject: ['forum', forumId], forumId, data }, now)
  })
}
