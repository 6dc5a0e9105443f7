import { and, eq, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { enquiries, enquiryParts, parties, people } from '@/db/schema'
import { record } from '@/features/activity/record'
import { type PlainDate, today } from '@/lib/dates'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, isTeam, type Viewer } from '@/policy'
import type { PartInput, RouteInput } from '../input'
import { tellDepartment, tellOwner } from '../post'
import { findEnquiry, partsOf } from '../queries/find'
import { ENQUIRY_WAYS, isOpenPart, isThirdRefusal, partDueOn, stateOfParts } from '../rules'

/** To one department more; the first leads unless another is said to. Returns the part's id. */
export function routeEnquiry(person: Viewer, input: RouteInput, now: Date): string {
  const { id: enquiryId, version, partyId, question } = input
  return write((tx) => {
    const enquiry = findEnquiry(tx, person, enquiryId)
    const parts = partsOf(tx, [enquiryId])
    authorize(can.leadEnquiry(person, parts.find(({ leads }) => leads) ?? null))
    if (!isTeam(person) && isThirdRefusal(parts)) throw new Refused('thirdRefusal')
    if (enquiry.version !== version) throw new Conflict('enquiryChanged')
    if (!ENQUIRY_WAYS[enquiry.state].includes('route')) throw new Refused('enquirySettled')
    requireStaffed(tx, partyId)
    const open = parts.filter(({ state }) => isOpenPart(state))
    if (open.some((part) => part.partyId === partyId)) throw new Refused('partThere', undefined, 'partyId')
    const leads = input.leads === '1' || !parts.some((part) => part.leads)
    if (leads)
      tx.update(enquiryParts).set({ leads: false }).where(eq(enquiryParts.enquiryId, enquiryId)).run()
    const id = newId()
    const dueOn = dueFor(input.dueOn, enquiry, today(now))
    tx.insert(enquiryParts).values({ id, enquiryId, partyId, question, leads, dueOn, routedAt: now }).run()
    settleState(tx, enquiryId, now)
    const data = { part: id, partyId, leads }
    record(tx, person, { kind: 'enquiry.routed', subject: ['enquiry', enquiryId], data }, now)
    tellDepartment(tx, person, { enquiryId, areaId: enquiry.areaId, partyId, partId: id }, now)
    return id
  })
}

/** The day that was chosen, between today and the answer; else the working day before the answer. */
function dueFor(
  chosen: PlainDate | null,
  { expectedOn }: { expectedOn: PlainDate },
  day: PlainDate,
): PlainDate {
  if (chosen === null) return partDueOn(expectedOn, day)
  if (chosen < day) throw new Refused('partDuePast', undefined, 'dueOn')
  if (chosen > expectedOn) throw new Refused('partDueAfterAnswer', undefined, 'dueOn')
  return chosen
}

/** Accepted, answered, refused with a reason, or dropped by the team: one step of one department's part. */
export function stepPart(person: Viewer, input: PartInput, now: Date): void {
  const { id, version, step } = input
  write((tx) => {
    const part = tx.select().from(enquiryParts).where(eq(enquiryParts.id, id)).get()
    if (!part) throw new NotFound()
    const { enquiryId } = part
    const enquiry = findEnquiry(tx, person, enquiryId)
    authorize(step === 'dropped' ? can.triageEnquiries(person) : can.answerPart(person, part))
    if (part.version !== version) throw new Conflict('partChanged')
    if (!isOpenPart(part.state) || enquiry.closedAt || enquiry.state === 'answered')
      throw new Refused('partSettled')
    const text = 'text' in input ? input.text : part.text
    const settledAt = step === 'accepted' ? null : now
    const personId = step === 'accepted' ? person.personId : part.personId
    tx.update(enquiryParts)
      .set({ state: step, text, settledAt, personId, version: version + 1 })
      .where(eq(enquiryParts.id, id))
      .run()
    if (part.leads && (step === 'refused' || step === 'dropped')) passOnLead(tx, enquiryId, id)
    settleState(tx, enquiryId, now)
    const parts = partsOf(tx, [enquiryId])
    record(
      tx,
      person,
      {
        kind: `enquiry.part-${step}`,
        subject: ['enquiry', enquiryId],
        data: { part: id, partyId: part.partyId },
      },
      now,
    )
    if (step === 'refused') tellOwner(tx, person, enquiry, 'refused', now)
    if (step === 'answered' && !parts.some(({ state }) => isOpenPart(state)))
      tellOwner(tx, person, enquiry, 'all_answered', now)
  })
}

/** Who refused cannot put the answers together: the first of the others does, and with none of them the team. */
function passOnLead(tx: Transaction, enquiryId: string, from: string): void {
  const next = partsOf(tx, [enquiryId]).find(({ state }) => state !== 'refused' && state !== 'dropped')
  tx.update(enquiryParts).set({ leads: false }).where(eq(enquiryParts.id, from)).run()
  if (next) tx.update(enquiryParts).set({ leads: true }).where(eq(enquiryParts.id, next.id)).run()
}

/** Where the enquiry is now, unless the asker is waited for. */
function settleState(tx: Transaction, enquiryId: string, now: Date): void {
  const stored = tx.select().from(enquiries).where(eq(enquiries.id, enquiryId)).get()
  if (!stored) throw new NotFound()
  const state = stored.state === 'awaiting_asker' ? stored.state : stateOfParts(partsOf(tx, [enquiryId]))
  tx.update(enquiries)
    .set({ state, movedAt: now, version: stored.version + 1 })
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
