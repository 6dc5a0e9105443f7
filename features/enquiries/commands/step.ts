import { eq } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { enquiries, type MessageKind } from '@/db/schema'
import { record } from '@/features/activity/record'
import { plainDateOf, today } from '@/lib/dates'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'
import type { EnquiryStepInput, SayInput } from '../input'
import { tellAsker, tellOwner } from '../post'
import { findEnquiry, partsOf } from '../queries/find'
import {
  canReopen,
  ENQUIRY_WAYS,
  type EnquiryStep,
  expectedAfter,
  expectedAfterWaiting,
  stateOfParts,
} from '../rules'
import { keepMessage } from './keep-message'

type Enquiry = ReturnType<typeof findEnquiry>

/** More from the asker, or a word among the municipality's own. */
export function say(person: Viewer, { id, kind, text }: SayInput, now: Date): void {
  write((tx) => {
    const enquiry = findEnquiry(tx, person, id)
    authorize(kind === 'internal' ? can.seeDrafts(person) : can.askAsParty(person, enquiry))
    if (kind === 'added' && enquiry.closedAt) throw new Refused('enquirySettled')
    keepMessage(tx, person, id, kind, text, now)
    record(tx, person, { kind: `enquiry.${kind}`, subject: ['enquiry', id] }, now)
    if (kind === 'added') tellOwner(tx, person, enquiry, 'added', now)
  })
}

/** Asked back, replied to, delayed, answered, agreed upon, taken up again, or found to be another's: as ENQUIRY_WAYS allows. */
export function stepEnquiry(person: Viewer, input: EnquiryStepInput, now: Date): void {
  const { id, version, step } = input
  write((tx) => {
    const enquiry = findEnquiry(tx, person, id)
    const lead = partsOf(tx, [id]).find(({ leads }) => leads) ?? null
    authorize(mayStep(step, person, enquiry, lead))
    if (enquiry.version !== version) throw new Conflict('enquiryChanged')
    if (!ENQUIRY_WAYS[enquiry.state].includes(step)) throw new Refused('enquirySettled')
    tx.update(enquiries)
      .set({ ...changeBy(tx, input, enquiry, now), movedAt: now, version: version + 1 })
      .where(eq(enquiries.id, id))
      .run()
    const message = MESSAGE_OF[step]
    if (message && 'text' in input) keepMessage(tx, person, id, message, input.text, now)
    const kind = `enquiry.${step.replace('_', '-')}`
    record(tx, person, { kind, subject: ['enquiry', id] }, now)
    if (step === 'reply' || step === 'reopen') tellOwner(tx, person, enquiry, step, now)
    else if (step !== 'agree') tellAsker(tx, person, enquiry, step, now)
  })
}

const MESSAGE_OF: Partial<Record<EnquiryStep, MessageKind>> = {
  ask: 'asked',
  delay: 'delayed',
  reply: 'replied',
  answer: 'answered',
  not_ours: 'answered',
  reopen: 'reopened',
}

export const mayStep = (
  step: EnquiryStep,
  person: Viewer,
  enquiry: { partyId: string },
  lead: { partyId: string } | null,
): boolean => {
  if (step === 'reply' || step === 'agree' || step === 'reopen') return can.askAsParty(person, enquiry)
  return step === 'duplicate' || step === 'not_ours'
    ? can.triageEnquiries(person)
    : can.leadEnquiry(person, lead)
}

function changeBy(
  tx: Transaction,
  input: EnquiryStepInput,
  enquiry: Enquiry,
  now: Date,
): Partial<typeof enquiries.$inferInsert> {
  const day = today(now)
  const running = { stoppedOn: null, expectedOn: expectedAfterWaiting(enquiry, day) }
  const answered = {
    ...running,
    answeredAt: now,
    firstAnsweredAt: enquiry.firstAnsweredAt ?? now,
  }
  switch (input.step) {
    case 'ask':
      return { state: 'awaiting_asker', stoppedOn: day }
    case 'reply':
      return { state: backWith(tx, enquiry), ...running }
    case 'delay':
      if (input.expectedOn <= enquiry.expectedOn) throw new Refused('delayNotLater', undefined, 'expectedOn')
      return { expectedOn: input.expectedOn }
    case 'answer':
      return { state: 'answered', ...answered, outcome: 'answered' }
    case 'agree':
      return { state: 'closed', closedAt: now }
    case 'reopen': {
      const answeredOn = enquiry.answeredAt && plainDateOf(enquiry.answeredAt)
      if (!canReopen({ state: enquiry.state, answeredOn }, day)) throw new Refused('reopenTooLate')
      const expectedOn = expectedAfter(enquiry.kind, day)
      return { state: backWith(tx, enquiry), closedAt: null, outcome: null, duplicateOfId: null, expectedOn }
    }
    case 'not_ours':
      return { state: 'closed', ...answered, closedAt: now, outcome: 'not_ours' }
    case 'duplicate': {
      const duplicateOfId = originalOf(tx, enquiry, input.number)
      return {
        state: 'closed',
        ...running,
        answeredAt: now,
        closedAt: now,
        outcome: 'duplicate',
        duplicateOfId,
      }
    }
  }
}

const backWith = (tx: Transaction, { id }: Enquiry) => stateOfParts(partsOf(tx, [id]))

/** The one it repeats, of the same asker's party; never one that repeats this one. */
function originalOf(tx: Transaction, enquiry: Enquiry, number: number): string {
  const byNumber = tx.select().from(enquiries).where(eq(enquiries.number, number)).get()
  if (!byNumber || byNumber.id === enquiry.id) throw new Refused('unknown', undefined, 'number')
  if (byNumber.partyId !== enquiry.partyId) throw new Refused('duplicateOfOther', undefined, 'number')
  for (let at: string | null = byNumber.id; at; ) {
    if (at === enquiry.id) throw new Refused('duplicateCircle', undefined, 'number')
    const next = tx.select().from(enquiries).where(eq(enquiries.id, at)).get()
    if (!next) throw new NotFound()
    at = next.duplicateOfId
  }
  return byNumber.id
}
