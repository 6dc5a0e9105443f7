import { eq } from 'drizzle-orm'
import { write } from '@/db/client'
import { parties, people } from '@/db/schema'
import { today } from '@/lib/dates'
import { Question, Refused } from '@/lib/errors'
import { formatDate } from '@/lib/format'
import { authorize, can, type Viewer } from '@/policy'
import type { AddSeatInput } from '../input'
import { recordSeat } from './take'

/** Gives a person a seat; returns its id. A seat that begins in the past opens past meetings, so that asks first. */
export function addSeat(person: Viewer, { confirm, ...input }: AddSeatInput, now: Date): string {
  return write((tx) => {
    authorize(can.administer(person))
    const sitter = tx
      .select({ partyId: people.partyId })
      .from(people)
      .where(eq(people.id, input.personId))
      .get()
    if (!sitter) throw new Refused('unknown', undefined, 'personId')
    const seat = { ...input, partyId: input.partyId ?? sitter.partyId }
    const id = recordSeat(tx, person, seat, now)
    if (seat.validFrom < today(now) && !confirm.includes('seatBeginsInPast')) {
      const party = tx
        .select({ name: parties.shortName })
        .from(parties)
        .where(eq(parties.id, seat.partyId))
        .get()
      const date = formatDate(seat.validFrom, person.locale, 'long')
      throw new Question('validFrom', 'seatBeginsInPast', { date, party: party?.name ?? '' })
    }
    return id
  })
}
