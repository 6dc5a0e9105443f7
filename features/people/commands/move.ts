import { eq } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { people } from '@/db/schema'
import { record } from '@/features/activity/record'
import { handOverEnquiries } from '@/features/enquiries/commands/owner'
import { type EndedSeat, endSeatsOfPerson } from '@/features/seats/commands/end'
import { recordSeat } from '@/features/seats/commands/take'
import { addDays, today } from '@/lib/dates'
import { Conflict, Question, Refused } from '@/lib/errors'
import { formatDate } from '@/lib/format'
import { authorize, can, sitsFor, type Viewer } from '@/policy'
import type { MovePersonInput } from '../input'
import { handOverForums } from './convening'
import { voidWhatWasSent } from './doors'
import { findActivePerson, requireFreeAddress, requireHome, requireOtherCoordinator } from './load'

/**
 * To another party from a day on. Every seat but those for the new party ends the day before, and where it is wanted the seats for the old party
 * go on for the new one; what was attended and what is to be done stays with the old party.
 */
export function movePerson(actor: Viewer, input: MovePersonInput, now: Date): void {
  const { id, version, partyId, role, title, email, movedOn, seats: wanted, confirm } = input
  write((tx) => {
    authorize(can.administer(actor))
    const person = findActivePerson(tx, id)
    if (id === actor.personId) throw new Refused('notYourself')
    if (person.version !== version) throw new Conflict('personChanged')
    if (partyId === person.partyId) throw new Refused('sameParty', undefined, 'partyId')
    if (movedOn > today(now)) throw new Refused('moveInFuture', undefined, 'movedOn')
    const party = requireHome(tx, partyId, role, movedOn)
    requireHome(tx, partyId, role, today(now))
    requireFreeAddress(tx, email, id)
    if (wanted === 'carry' && !sitsFor(role, party.kind)) throw new Refused('sitsNowhere', undefined, 'seats')
    if (movedOn < today(now) && !confirm.includes('moveInPast')) {
      throw new Question('movedOn', 'moveInPast', { date: formatDate(movedOn, actor.locale, 'long') })
    }
    if (person.role === 'coordinator' && role !== 'coordinator') {
      requireOtherCoordinator(tx, id)
      handOverForums(tx, actor, id, now)
      handOverEnquiries(tx, actor, id, now)
    }
    if (email !== person.email) voidWhatWasSent(tx, id, now)

    tx.update(people)
      .set({ partyId, role, title, email, version: person.version + 1 })
      .where(eq(people.id, id))
      .run()
    const ended = endSeatsOfPerson(tx, actor, { personId: id, exceptFor: partyId }, addDays(movedOn, -1), now)
    const forOld = ended.filter((seat) => seat.partyId === person.partyId)
    const taken = wanted === 'carry' ? forOld.map((seat) => carry(tx, actor, seat, input, now)) : []
    const data = {
      partyBefore: person.partyId,
      partyAfter: partyId,
      roleBefore: person.role,
      roleAfter: role,
      movedOn,
      seatsEnded: ended.map((seat) => seat.id),
      seatsTaken: taken,
    }
    record(tx, actor, { kind: 'person.moved', subject: ['person', id], data }, now)
  })
}

/** The same place in the forum, for the new party, as long as it was meant to last. */
function carry(
  tx: Transaction,
  actor: Viewer,
  { forumId, personId, kind, validFrom, validTo }: EndedSeat,
  { partyId, movedOn }: MovePersonInput,
  now: Date,
): string {
  const from = validFrom > movedOn ? validFrom : movedOn
  try {
    return recordSeat(tx, actor, { forumId, personId, partyId, kind, validFrom: from, validTo }, now)
  } catch (error) {
    throw error instanceof Refused ? new Refused(error.code, error.values, 'seats') : error
  }
}
