import { eq } from 'drizzle-orm'
import { write } from '@/db/client'
import { people } from '@/db/schema'
import { record } from '@/features/activity/record'
import { handOverEnquiries } from '@/features/enquiries/commands/owner'
import { today } from '@/lib/dates'
import { Refused } from '@/lib/errors'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer } from '@/policy'
import type { ChangePersonInput } from '../input'
import { handOverForums } from './convening'
import { voidWhatWasSent } from './doors'
import { findActivePerson, requireFreeAddress, requireHome, requireOtherCoordinator } from './load'

type Words = Omit<ChangePersonInput, 'id' | 'version'>

/** Name, title, address, role within the party, and language. */
export function changePerson(actor: Viewer, { id, version, ...input }: ChangePersonInput, now: Date): void {
  write((tx) => {
    authorize(can.administer(actor))
    const person = findActivePerson(tx, id)
    const changed = changedFields<Words>(person, input)
    if (changed.length === 0) return
    refuseOverwriting<Words>(person, version, changed)
    if (changed.includes('role')) {
      if (id === actor.personId) throw new Refused('notYourself', undefined, 'role')
      requireHome(tx, person.partyId, input.role, today(now))
    }
    requireFreeAddress(tx, input.email, id)
    if (person.role === 'coordinator' && input.role !== 'coordinator') {
      requireOtherCoordinator(tx, id)
      handOverForums(tx, actor, id, now)
      handOverEnquiries(tx, actor, id, now)
    }
    if (changed.includes('email')) voidWhatWasSent(tx, id, now)

    tx.update(people)
      .set({ ...input, version: person.version + 1 })
      .where(eq(people.id, id))
      .run()
    const data = { changed, roleBefore: person.role, roleAfter: input.role }
    record(tx, actor, { kind: 'person.changed', subject: ['person', id], data }, now)
  })
}
