import type { EnquiryKind, EnquiryState, PartState } from '@/db/schema'
import type { PlainDate } from '@/lib/dates'
import { addWorkingDays, workingDaysBetween } from '@/lib/working-days'

/** Working days until an answer is promised, by kind. */
const ANSWER_DAYS: Record<EnquiryKind, number> = { question: 5, case: 10, major: 20 }

/** How long an answer can be taken up again, in working days. */
export const REOPEN_DAYS = 20

/** A department's part is due before the answer, so that somebody can put them together. */
const COMPOSING_DAYS = 1

/** From here on a refusal goes past the departments to the coordinator. */
const MOST_REFUSALS = 3

export const expectedAfter = (kind: EnquiryKind, day: PlainDate): PlainDate =>
  addWorkingDays(day, ANSWER_DAYS[kind])

/** Never later than the answer, never in the past. */
export function partDueOn(expectedOn: PlainDate, today: PlainDate): PlainDate {
  const due = addWorkingDays(expectedOn, -COMPOSING_DAYS)
  return due < today ? today : due
}

/** The clock stands while the asker is waited for: the promised day moves on by as many working days. */
export const expectedAfterWaiting = (
  { expectedOn, stoppedOn }: { expectedOn: PlainDate; stoppedOn: PlainDate | null },
  today: PlainDate,
): PlainDate =>
  stoppedOn === null ? expectedOn : addWorkingDays(expectedOn, workingDaysBetween(stoppedOn, today))

/** A refused or dropped part asks nobody any more. */
export const isOpenPart = (state: PartState): boolean => state === 'routed' || state === 'accepted'

/** An enquiry is where its worst open part is; with nothing open it is the team's again. */
export function stateOfParts(parts: { state: PartState }[]): EnquiryState {
  if (parts.some(({ state }) => state === 'routed')) return 'routed'
  return parts.some(({ state }) => state === 'accepted' || state === 'answered')
    ? 'with_department'
    : 'received'
}

/** Whose turn it is to find somebody else after a refusal. */
export const refusalGoesTo = (refusals: number): 'lead' | 'coordinator' =>
  refusals >= MOST_REFUSALS ? 'coordinator' : 'lead'

export const ENQUIRY_STEPS = [
  'route',
  'ask',
  'reply',
  'answer',
  'agree',
  'reopen',
  'duplicate',
  'not_ours',
] as const
export type EnquiryStep = (typeof ENQUIRY_STEPS)[number]

/** Which steps are open in which state; read by commands, screens and tests alike. */
export const ENQUIRY_WAYS: Record<EnquiryState, readonly EnquiryStep[]> = {
  received: ['route', 'ask', 'answer', 'duplicate', 'not_ours'],
  routed: ['route', 'ask', 'answer', 'duplicate', 'not_ours'],
  with_department: ['route', 'ask', 'answer', 'duplicate', 'not_ours'],
  awaiting_asker: ['reply', 'answer', 'duplicate', 'not_ours'],
  answered: ['agree', 'reopen'],
  closed: ['reopen'],
}

/** Within twenty working days of the answer. */
export const canReopen = (
  { state, answeredOn }: { state: EnquiryState; answeredOn: PlainDate | null },
  today: PlainDate,
): boolean =>
  ENQUIRY_WAYS[state].includes('reopen') &&
  answeredOn !== null &&
  workingDaysBetween(answeredOn, today) <= REOPEN_DAYS
