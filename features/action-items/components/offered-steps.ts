import { can, type Viewer } from '@/policy'
import type { ActionItemDetail } from '../queries/detail'
import { isOpen, isOwn, isPossible, isPressing, mayTake, STEPS, type TakenStep } from '../rules'
import type { FormName } from './step-form'

type Offer = {
  /** Stands open; the others are one press away. */
  main: FormName | null
  others: FormName[]
  /** What a coordinator may do in the name of the party that has the item. */
  onBehalf: FormName[]
  /** Theirs to do, only not in the present state. */
  blocked: FormName[]
}

const ANSWERING = [
  'reported_done',
  'date_asked',
  'accepted',
  'waiting',
  'resumed',
  'handed_over',
  'refused',
] as const
const SETTLING = [
  'closed',
  'sent_back',
  'grant',
  'date_kept',
  'reassigned',
  'date_moved',
  'change',
  'cancelled',
] as const
const MISSED_WHEN_BLOCKED: readonly FormName[] = [
  'reported_done',
  'date_asked',
  'refused',
  'closed',
  'reassigned',
]

/** What this viewer may do about the item now, and what they would miss if it were silently absent. */
export function offeredSteps(viewer: Viewer, item: ActionItemDetail, wanted?: string): Offer {
  const answering = ANSWERING.filter((step) => mayTake(step, viewer, item))
  const settling = can.settleActionItems(viewer) ? SETTLING : []
  const own = isOwn(viewer, item)
  const now = (name: FormName) => isOffered(name, item)

  const offered = [...settling, ...answering].filter(now)
  const main = offered.find((name) => name === wanted) ?? offered.find((name) => isLikeliest(name, item, own))
  const rest = (names: readonly FormName[]) => names.filter((name) => now(name) && name !== main)
  const theirs: readonly FormName[] = own ? [...settling, ...answering] : settling
  return {
    main: main ?? null,
    others: rest(theirs),
    onBehalf: own ? [] : rest(answering),
    blocked: isOpen(item.state)
      ? theirs.filter((name) => MISSED_WHEN_BLOCKED.includes(name) && !now(name))
      : [],
  }
}

function isOffered(name: FormName, item: ActionItemDetail): boolean {
  if (name === 'change') return isOpen(item.state)
  if (name === 'grant' || name === 'date_kept') return item.askedDueOn !== null
  return name in STEPS && isPossible(name as TakenStep, item.state)
}

function isLikeliest(name: FormName, item: ActionItemDetail, own: boolean): boolean {
  if (name === 'closed' || name === 'grant') return true
  if (name === 'reassigned') return item.state === 'refused'
  return name === 'reported_done' && own && isPressing(item.state)
}
