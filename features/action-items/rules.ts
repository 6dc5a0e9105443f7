import type { ActionItemState, ActionItemStep, PartyKind, Visibility } from '@/db/schema'
import { addDays, addMonths, daysBetween, type PlainDate, startOfWeek } from '@/lib/dates'
import { isWorkingDay, nextWorkingDay } from '@/lib/working-days'
import { can, type Viewer } from '@/policy'

type Party = 'responsible' | 'coordinator'
/** A step without `to` leaves the state as it is. */
type Step = { from: readonly ActionItemState[]; to?: ActionItemState; by: Party; reason: boolean }

const UNDER_WAY = ['open', 'in_progress', 'waiting'] as const

/** Steps that change the state (design § 3): the department reports, only the coordinator closes. */
const TRANSITIONS = {
  accepted: { from: ['open'], to: 'in_progress', by: 'responsible', reason: false },
  waiting: { from: ['open', 'in_progress'], to: 'waiting', by: 'responsible', reason: true },
  resumed: { from: ['waiting'], to: 'in_progress', by: 'responsible', reason: false },
  reported_done: { from: UNDER_WAY, to: 'reported_done', by: 'responsible', reason: true },
  refused: { from: ['open', 'in_progress'], to: 'refused', by: 'responsible', reason: true },
  closed: { from: ['reported_done'], to: 'closed', by: 'coordinator', reason: false },
  sent_back: { from: ['reported_done'], to: 'in_progress', by: 'coordinator', reason: true },
  reassigned: { from: [...UNDER_WAY, 'refused'], to: 'open', by: 'coordinator', reason: false },
  handed_over: { from: UNDER_WAY, to: 'open', by: 'responsible', reason: false },
  cancelled: {
    from: [...UNDER_WAY, 'refused', 'reported_done'],
    to: 'cancelled',
    by: 'coordinator',
    reason: true,
  },
} as const satisfies Partial<Record<ActionItemStep, Step>>

/** Steps about the due date; who has the item asks, the coordinator answers or moves it unasked. */
const DATE_STEPS = {
  date_asked: { from: UNDER_WAY, by: 'responsible', reason: true },
  date_moved: { from: UNDER_WAY, by: 'coordinator', reason: false },
  date_kept: { from: UNDER_WAY, by: 'coordinator', reason: true },
} as const satisfies Partial<Record<ActionItemStep, Step>>

export const STEPS = { ...TRANSITIONS, ...DATE_STEPS }
export type StateStep = keyof typeof TRANSITIONS
export type TakenStep = keyof typeof STEPS

export const isPossible = (step: TakenStep, state: ActionItemState): boolean =>
  (STEPS[step].from as readonly ActionItemState[]).includes(state)

export const nextState = (step: TakenStep, state: ActionItemState): ActionItemState =>
  step in TRANSITIONS ? TRANSITIONS[step as StateStep].to : state

type ActionItemFacts = Parameters<typeof can.answerActionItem>[1]

export const mayTake = (step: TakenStep, viewer: Viewer, item: ActionItemFacts): boolean =>
  STEPS[step].by === 'coordinator' ? can.settleActionItems(viewer) : can.answerActionItem(viewer, item)

/** Whose the answer is. A coordinator may answer for anybody, so only what names them is their own. */
export const isOwn = (viewer: Viewer, item: ActionItemFacts & { responsiblePersonId: string }): boolean =>
  can.settleActionItems(viewer)
    ? item.responsiblePersonId === viewer.personId
    : viewer.ownParties.includes(item.responsiblePartyId)

/** Still to be done by somebody. A reported item waits for the coordinator, a refused one for a new responsible. */
export const OPEN_STATES = [
  'open',
  'in_progress',
  'waiting',
  'reported_done',
  'refused',
] as const satisfies readonly ActionItemState[]
export const isOpen = (state: ActionItemState): boolean =>
  (OPEN_STATES as readonly ActionItemState[]).includes(state)

/** The states in which the due date presses on the responsible party. */
export const PRESSING_STATES = UNDER_WAY satisfies readonly ActionItemState[]

export const isPressing = (state: ActionItemState): boolean =>
  (PRESSING_STATES as readonly ActionItemState[]).includes(state)

/** Days past the due date, 0 when it is not late. Lateness is computed, never stored. */
export function daysLate(item: { state: ActionItemState; dueOn: PlainDate }, today: PlainDate): number {
  if (!isPressing(item.state)) return 0
  return Math.max(0, daysBetween(item.dueOn, today))
}

/** What an outsider is to do cannot be internal: such an item is theirs and the municipality's (R4). */
export const visibilityFor = (party: PartyKind, wanted: Visibility): Visibility =>
  party !== 'department' && wanted === 'internal' ? 'own' : wanted

export const SECTIONS = ['late', 'thisWeek', 'later', 'withCoordinator', 'settled'] as const
export type Section = (typeof SECTIONS)[number]

/** Where an item stands in a list, by whose turn it is and how soon. */
export function sectionOf(item: { state: ActionItemState; dueOn: PlainDate }, today: PlainDate): Section {
  if (item.state === 'closed' || item.state === 'cancelled') return 'settled'
  if (!isPressing(item.state)) return 'withCoordinator'
  if (item.dueOn < today) return 'late'
  return item.dueOn < addDays(startOfWeek(today), 7) ? 'thisWeek' : 'later'
}

/** What the coordinator must answer about an item, if anything. */
export function awaits(item: {
  state: ActionItemState
  askedDueOn: PlainDate | null
}): 'reported_done' | 'refused' | 'date_asked' | null {
  if (item.state === 'reported_done' || item.state === 'refused') return item.state
  return item.askedDueOn ? 'date_asked' : null
}

type DueDoubt = { code: 'dueInPast' | 'dueFarAway' } | { code: 'dueOnClosedDay'; workingDay: PlainDate }

/** What to ask about before a due date is taken, most serious first; a doubt is no refusal. */
export function dueDoubts(dueOn: PlainDate, today: PlainDate): DueDoubt[] {
  if (dueOn < today) return [{ code: 'dueInPast' }]
  const doubts: DueDoubt[] = []
  if (dueOn > addMonths(today, 24)) doubts.push({ code: 'dueFarAway' })
  if (!isWorkingDay(dueOn)) doubts.push({ code: 'dueOnClosedDay', workingDay: nextWorkingDay(dueOn) })
  return doubts
}

export type Scope = 'mine' | 'party' | 'waiting' | 'following' | 'all'

/** The tabs of the list: a coordinator settles for everybody, an auditor has nothing of their own. */
export function scopesOf(viewer: Viewer): [Scope, ...Scope[]] {
  if (can.settleActionItems(viewer)) return ['mine', 'waiting', 'following', 'all']
  if (viewer.role === 'auditor') return ['all']
  return can.seeEveryForum(viewer) ? ['mine', 'party', 'following', 'all'] : ['mine', 'party', 'following']
}
