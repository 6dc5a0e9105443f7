import { and, eq, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { enquiries, enquiryParts, parties, people } from '@/db/schema'
import { record } from '@/features/activity/record'
import { today } from '@/lib/dates'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer } from '@/policy'
import type { PartInput, RouteInput } from '../input'
import { findEnquiry, partsOf } from '../queries'
import { ENQUIRY_WAYS, isOpenPart, partDueOn, refusalGoesTo, stateOfParts } from '../rules'

/** To one department more; the first leads unless another is said to. Returns the part's id. */
export function routeEnquiry(person: Viewer, input: RouteInput, now: Date): string {
  const { id: enquiryId, version, partyId, question } = input
  return write((tx) => {
    const enquiry = findEnquiry(tx, person, enquiryId)
    authorize(can.routeEnquiries(person))
    if (enquiry.version !== version) throw new Conflict('enquiryChanged')
    if (!ENQUIRY_WAYS[enquiry.state].includes('route')) throw new Refused('enquirySettled')
    requireStaffed(tx, partyId)
    const open = partsOf(tx, enquiryId).filter(({ state }) => isOpenPart(state))
    if (open.some((part) => part.partyId === partyId)) throw new Refused('partThere', undefined, 'partyId')
    const leads = input.leads === '1' || !open.some((part) => part.leads)
    if (leads)
      tx.update(enquiryParts).set({ leads: false }).where(eq(enquiryParts.enquiryId, enquiryId)).run()
    const id = newId()
    const dueOn = partDueOn(enquiry.expectedOn, today(now))
    tx.insert(enquiryParts).values({ id, enquiryId, partyId, question, leads, dueOn, routedAt: now }).run()
    settleState(tx, enquiryId)
    const data = { part: id, partyId, leads }
    record(tx, person, { kind: 'enquiry.routed', subject: ['enquiry', enquiryId], data }, now)
    return id
  })
}

/** Accepted, answered, refused with a reason, or dropped by the team: one step of one department's part. */
export function stepPart(person: Viewer, input: PartInput, now: Date): void {
  const { id, version, step } = input
  write((tx) => {
    const part = tx.select().from(enquiryParts).where(eq(enquiryParts.id, id)).get()
    if (!part) throw new NotFound()
    const enquiry = findEnquiry(tx, person, part.enquiryId)
    authorize(step === 'dropped' ? can.routeEnquiries(person) : can.answerPart(person, part))
    if (part.version !== version) throw new Conflict('partChanged')
    if (!isOpenPart(part.state) || enquiry.closedAt) throw new Refused('partSettled')
    const text = 'text' in input ? input.text : part.text
    const settledAt = step === 'accepted' ? null : now
    const personId = step === 'accepted' ? person.personId : part.personId
    tx.update(enquiryParts)
      .set({ state: step, text, settledAt, personId, version: version + 1 })
      .where(eq(enquiryParts.id, id))
      .run()
    settleState(tx, part.enquiryId)
    const refusals = partsOf(tx, part.enquiryId).filter(({ state }) => state === 'refused').length
    const data = { part: id, ...(step === 'refused' ? { to: refusalGoesTo(refusals) } : {}) }
    record(tx, person, { kind: `enquiry.part-${step}`, subject: ['enquiry', part.enquiryId], data }, now)
  })
}

/** Where the enquiry is now, unless the asker is waited for. */
function settleState(tx: Transaction, enquiryId: string): void {
  const stored = tx.select().from(enquiries).where(eq(enquiries.id, enquiryId)).get()
  if (!stored) throw new NotFound()
  const state = stored.state === 'awaiting_asker' ? stored.state : stateOfParts(partsOf(tx, enquiryId))
  tx.update(enquiries)
    .set({ state, version: stored.version + 1 })
    .where(eq(enquiries.id, enquiryId))
    .run()
}

/** A department in which nobody is left would never answer. */
function requireStaffed(tx: Transaction, partyId: string): void {
  const department = tx
    .select({ name: parties.shortName })
    .from(parties)
    .where(and(eq(parties.id, partyId), eq(parties.kind, 'department')))
    .get()
  if (!department) throw new Refused('unknown', undefined, 'partyId')
  const somebody = tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.partyId, partyId), isNull(people.deactivatedAt)))
    .get()
  if (!somebody) throw new Refused('departmentEmpty', { party: department.name }, 'partyId')
}
