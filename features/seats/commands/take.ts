import { and, eq, ne } from 'drizzle-orm'
import type { Reader, Transaction } from '@/db/open'
import { forums, parties, people, seats } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Refused } from '@/lib/errors'
import { formatDate } from '@/lib/format'
import { newId } from '@/lib/ids'
import { sitsFor, type Viewer } from '@/policy'
import { outside, overlap, type Period } from '../rules'

type Sitting = Period & { forumId: string; partyId: string; personId: string }
type NewSeat = Sitting & { kind: 'ordinary' | 'deputy' }

/** In the transaction of what gives the seat. Returns its id; throws Refused when `requireSeatable` does. */
export function recordSeat(tx: Transaction, actor: Viewer, seat: NewSeat, now: Date): string {
  requireSeatable(tx, actor, seat)
  const id = newId()
  tx.insert(seats)
    .values({ id, ...seat })
    .run()
  const { forumId, ...data } = seat
  record(tx, actor, { kind: 'seat.taken', subject: ['seat', id], forumId, data }, now)
  return id
}

/** Whether this person may sit there for that party in those days; a sentence at the field that says no. */
export function requireSeatable(reader: Reader, { locale }: Viewer, seat: Sitting, seatId = ''): void {
  const long = (date: string) => formatDate(date, locale, 'long')
  const forum = reader.select().from(forums).where(eq(forums.id, seat.forumId)).get()
  if (!forum) throw new Refused('unknown', undefined, 'forumId')
  const party = reader.select().from(parties).where(eq(parties.id, seat.partyId)).get()
  if (!party) throw new Refused('unknown', undefined, 'partyId')
  const person = reader.select().from(people).where(eq(people.id, seat.personId)).get()
  if (!person) throw new Refused('unknown', undefined, 'personId')
  if (person.deactivatedAt) throw new Refused('personIsDeactivated', { name: person.name }, 'personId')
  if (!sitsFor(person.role, party.kind)) {
    throw new Refused('cannotSitFor', { name: person.name, party: party.shortName }, 'partyId')
  }
  if (seat.validTo !== null && seat.validTo < seat.validFrom) {
    throw new Refused('datesReversed', undefined, 'validTo')
  }
  for (const [name, bounds] of [
    [forum.name, forum],
    [party.shortName, party],
  ] as const) {
    const side = outside(seat, bounds)
    if (side === null) continue
    const beforeIt = bounds.validFrom !== null && seat.validFrom < bounds.validFrom
    const date = (beforeIt ? bounds.validFrom : bounds.validTo) ?? ''
    throw new Refused(beforeIt ? 'beginsBefore' : 'endsAfter', { name, date: long(date) }, side)
  }
  const other = selectOthers(reader, seat, seatId).find((taken) => overlap(taken, seat))
  if (other) {
    const values = {
      name: person.name,
      party: party.shortName,
      from: long(other.validFrom),
      to: other.validTo ? long(other.validTo) : '',
    }
    throw new Refused(other.validTo ? 'seatOverlaps' : 'seatStillHeld', values, 'validFrom')
  }
}

/** Seats of the same person for the same party in the same forum, without those withdrawn. */
const selectOthers = (reader: Reader, { forumId, partyId, personId }: Sitting, seatId: string) =>
  reader
    .select({ validFrom: seats.validFrom, validTo: seats.validTo })
    .from(seats)
    .where(
      and(
        eq(seats.forumId, forumId),
        eq(seats.partyId, partyId),
        eq(seats.personId, personId),
        ne(seats.id, seatId),
      ),
    )
    .all()
    .filter(({ validFrom, validTo }) => validTo === null || validFrom <= validTo)
