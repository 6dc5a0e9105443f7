import type { EnquiryKind, EnquiryState, MessageKind, PartState } from '@/db/schema'
import { type PlainDate, plainDateOf } from '@/lib/dates'
import { addWorkingDays, workingDaysBetween } from '@/lib/working-days'

/** Working days until an answer is promised, by kind. */
export const ANSWER_DAYS: Record<EnquiryKind, number> = { question: 5, case: 10, major: 20 }

/** How long an answer can be taken up again, in working days. */
export const REOPEN_DAYS = 20

/** A department's part is due before the answer, so that somebody can put them together. */
const COMPOSING_DAYS = 1

/** From here on a refusal goes past the departments to the coordinator. */
const MOST_REFUSALS = 3

/** `waited`: working days on which the asker was waited for. */
export const expectedAfter = (kind: EnquiryKind, day: PlainDate, waited = 0): PlainDate =>
  addWorkingDays(day, ANSWER_DAYS[kind] + waited)

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

/** The first two refusals are the lead department's to solve; from the third on the coordinator's. */
export const isThirdRefusal = (parts: { state: PartState }[]): boolean =>
  parts.filter(({ state }) => state === 'refused').length >= MOST_REFUSALS

export type EnquiryStep =
  | 'route'
  | 'ask'
  | 'delay'
  | 'reply'
  | 'answer'
  | 'agree'
  | 'reopen'
  | 'duplicate'
  | 'not_ours'

/** Which steps are open in which state; read by commands, screens and tests alike. */
const WHILE_OPEN = ['route', 'ask', 'delay', 'answer', 'duplicate', 'not_ours'] as const

export const ENQUIRY_WAYS: Record<EnquiryState, readonly EnquiryStep[]> = {
  received: WHILE_OPEN,
  routed: WHILE_OPEN,
  with_department: WHILE_OPEN,
  awaiting_asker: ['reply', 'answer', 'duplicate', 'not_ours'],
  answered: ['agree', 'reopen'],
  closed: ['reopen'],
}

export const isOpenEnquiry = (state: EnquiryState): boolean => state !== 'answered' && state !== 'closed'

/** Within twenty working days of the answer. */
export const canReopen = (
  { state, answeredOn }: { state: EnquiryState; answeredOn: PlainDate | null },
  today: PlainDate,
): boolean =>
  ENQUIRY_WAYS[state].includes('reopen') &&
  answeredOn !== null &&
  workingDaysBetween(answeredOn, today) <= REOPEN_DAYS

/** The last day on which an answer can be taken up again. */
export const reopenUntil = (answeredOn: PlainDate): PlainDate => addWorkingDays(answeredOn, REOPEN_DAYS)

type TurnPart = { party: string; state: PartState; leads: boolean; routedAt: Date }
type TurnFacts = { state: EnquiryState; movedAt: Date; stoppedOn: PlainDate | null }
export type Turn = {
  of: 'team' | 'departments' | 'lead' | 'asker' | 'nobody'
  parties: string[]
  since: PlainDate
}

/** Who has it now, and since when: the departments asked, who puts their answers together, the asker, or the team. */
export function turnOf({ state, movedAt, stoppedOn }: TurnFacts, parts: TurnPart[]): Turn {
  const moved = plainDateOf(movedAt)
  if (!isOpenEnquiry(state)) return { of: 'nobody', parties: [], since: moved }
  if (state === 'awaiting_asker') return { of: 'asker', parties: [], since: stoppedOn ?? moved }
  const open = parts.filter((part) => isOpenPart(part.state))
  const first = open.map(({ routedAt }) => plainDateOf(routedAt)).sort()[0]
  if (first) return { of: 'departments', parties: open.map(({ party }) => party), since: first }
  const lead = parts.find((part) => part.leads && part.state === 'answered')
  return lead && !isThirdRefusal(parts)
    ? { of: 'lead', parties: [lead.party], since: moved }
    : { of: 'team', parties: [], since: moved }
}

type Waiting = { from: PlainDate; to: PlainDate }

type Said = { kind: MessageKind; writtenAt: Date }

/** When the asker was waited for: from each question back to what ended the wait; the last one may still run. */
export function waitsOf(messages: Said[], today: PlainDate): Waiting[] {
  const waits: Waiting[] = []
  let from: PlainDate | null = null
  for (const { kind, writtenAt } of messages) {
    if (kind === 'asked') from ??= plainDateOf(writtenAt)
    else if (from && (kind === 'replied' || kind === 'answered')) {
      waits.push({ from, to: plainDateOf(writtenAt) })
      from = null
    }
  }
  return from ? [...waits, { from, to: today }] : waits
}

/** Working days from one day to another, those on which the asker was waited for taken out. */
export function workedDays(from: PlainDate, to: PlainDate, waits: Waiting[]): number {
  const waited = waits.reduce((sum, wait) => {
    const [begins, ends] = [wait.from < from ? from : wait.from, wait.to > to ? to : wait.to]
    return begins < ends ? sum + workingDaysBetween(begins, ends) : sum
  }, 0)
  return Math.max(0, workingDaysBetween(from, to) - waited)
}

/** The value a share of all of them do not exceed (nearest rank), of numbers in any order; null of none. */
export function percentile(values: number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
}

const LONGEST_HEADLINE = 110

/** Its first sentence, as far as it fits a line. */
export function headlineOf(text: string): string {
  const first = text.split(/(?<=[.?!])\s|\n/, 1)[0] ?? ''
  if (first.length <= LONGEST_HEADLINE) return first
  const end = first.lastIndexOf(' ', LONGEST_HEADLINE)
  return `${first.slice(0, end > 0 ? end : LONGEST_HEADLINE).toWellFormed()} …`
}
