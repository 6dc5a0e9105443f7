import { write } from '@/db/client'
import { people } from '@/db/schema'
import { record } from '@/features/activity/record'
import { today } from '@/lib/dates'
import { newId } from '@/lib/ids'
import { type Administrator, authorize, mayAdminister } from '@/policy'
import type { NewPersonInput } from '../input'
import { requireFreeAddress, requireHome } from './load'

/** Somebody new, who can be invited and given a seat. Returns the id. */
export function createPerson(actor: Administrator, input: NewPersonInput, now: Date): string {
  return write((tx) => {
    authorize(mayAdminister(actor))
    requireHome(tx, input.partyId, input.role, today(now))
    requireFreeAddress(tx, input.email)
    const id = newId()
    tx.insert(people)
      .values({ id, ...input, createdAt: now })
      .run()
    const data = { partyId: input.partyId, role: input.role }
    record(tx, actor, { kind: 'person.created', subject: ['person', id], data }, now)
    return id
  })
}
