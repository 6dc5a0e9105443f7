import type { ActionItemState, ActionItemStep } from '@/db/schema'
import { daysBetween, type PlainDate } from '@/lib/dates'

type Party = 'responsible' | 'coordinator'
type Transition = { from: readonly ActionItemState[]; to: ActionItemState; by: Party; reason: boolean }

const UNDER_WAY = ['open', 'in_progress', 'waiting'] as const

/** Steps that change the state (design § 3): the department reports, only the coordinator closes. */
export const TRANSITIONS = {
  accepted: { from: ['open'], to: 'in_progress', by: 'responsible', reason: false },
  waiting: { from: ['open', 'in_progress'], to: 'waiting', by: 'responsible', reason: true },
  resumed: { from: ['waiting'], to: 'in_progress', by: 'responsible', reason: false },
  reported_done: { from: UNDER_WAY, to: 'reported_done', by: 'responsible', reason: true },
  refused: { from: ['open', 'in_progress'], to: 'refused', by: 'responsible', reason: true },
  closed: { from: ['reported_done'], to: 'closed', by: 'coordinator', reason: false },
  sent_back: { from: ['reported_done'], to: 'in_progress', by: 'coordinator', reason: true },
  reassigned: { from: [...UNDER_WAY, 'refused'], to: 'open', by: 'coordinator', reason: false },
  cancelled: {
    from: [...UNDER_WAY, 'refused', 'reported_done'],
    to: 'cancelled',
    by: 'coordinator',
    reason: true,
  },
} as const satisfies Partial<Record<ActionItemStep, Transition>>

export type StateStep = keyof typeof TRANSITIONS

export const isPossible = (step: StateStep, state: ActionItemState): boolean =>
  (TRANSITIONS[step].from as readonly ActionItemState[]).includes(state)

/** Still to be done by somebody. A reported item waits for the coordinator, a refused one for a new responsible. */
export const OPEN_STATES = ['open', 'in_progress', 'waiting', 'reported_done', 'refused'] as const satisfies
  readonly ActionItemState[]
/** The states in which the due date presses on the responsible party. */
export const PRESSING_STATES = UNDER_WAY satisfies readonly ActionItemState[]

/** Days past the due date, 0 when it is not late. Lateness is computed, never stored. */
export function daysLate(item: { state: ActionItemState; dueOn: PlainDate }, today: PlainDate): number {
  if (!(PRESSING_STATES as readonly ActionItemState[]).includes(item.state)) return 0
  return Math.max(0, daysBetween(item.dueOn, today))
}
