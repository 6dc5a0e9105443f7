import { eq } from 'drizzle-orm'
import { revokeSessions } from '@/auth/session-store'
import { write } from '@/db/client'
import { people } from '@/db/schema'
import { record } from '@/features/activity/record'
import { handOverEnquiries } from '@/features/enquiries/commands/owner'
import { endSeatsOfPerson } from '@/features/seats/commands/end'
import { today } from '@/lib/dates'
import { Conflict, Question, Refused } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'
import type { DeactivateInput, ReactivateInput } from '../input'
import { findLeftBehind, leavesSomething } from '../queries/left-behind'
import { handOverForums } from './convening'
import { voidWhatWasSent } from './doors'
import { findActivePerson, findPerson, requireHome, requireOtherCoordinator } from './load'

/**
 * Out at the next request, and kept for the record. What the person held is let go in the same transaction; open
 * action items stay where they are, for the coordinator to give to others. Asks first when there is anything of that.
 */
export function deactivatePerson(actor: Viewer, { id, version, confirm }: DeactivateInput, now: Date): void {
  write((tx) => {
    authorize(can.administer(actor))
    const person = findActivePerson(tx, id)
    if (id === actor.personId) throw new Refused('notYourself')
    if (person.role === 'coordinator') requireOtherCoordinator(tx, id)
    if (person.version !== version) throw new Conflict('personChanged')
    const left = findLeftBehind(tx, id, today(now))
    if (leavesSomething(left) && !confirm.includes('leavesSomething')) {
      throw new Question('id', 'leavesSomething', {
        name: person.name,
        forums: left.convenes.length + left.deputises.length,
        seats: left.seats.length,
        items: left.items.length,
      })
    }

    tx.update(people)
      .set({ deactivatedAt: now, version: person.version + 1 })
      .where(eq(people.id, id))
      .run()
    revokeSessions(tx, id)
    voidWhatWasSent(tx, id, now)
    handOverForums(tx, actor, id, now)
    handOverEnquiries(tx, actor, id, now)
    const ended = endSeatsOfPerson(tx, actor, { personId: id }, today(now), now)
    const data = { seatsEnded: ended.map((seat) => seat.id), itemsLeft: left.items.map((item) => item.id) }
    record(tx, actor, { kind: 'person.deactivated', subject: ['person', id], data }, now)
  })
}

/** May come in again; seats and forums are given anew. */
export function reactivatePerson(actor: Viewer, { id, version }: ReactivateInput, now: Date): void {
  write((tx) => {
    authorize(can.administer(actor))
    const person = findPerson(tx, id)
    if (!person.deactivatedAt) throw new Refused('personIsActive', { name: person.name })
    if (person.version !== version) throw new Conflict('personChanged')
    requireHome(tx, person.partyId, person.role, today(now))
    tx.update(people)
      .set({ deactivatedAt: null, version: person.version + 1 })
      .where(eq(people.id, id))
      .run()
    record(tx, actor, { kind: 'person.reactivated', subject: ['person', id] }, now)
  })
}
