import type { ActionItemState, actionItemSteps } from '@/db/schema'
import { isPossible, isPressing, nextState, STEPS } from '@/features/action-items/rules'
import type { PlainDate } from '@/lib/dates'
import { dueDay, stepTimes } from './calendar'
import type { DemoStep } from './content'
import type { SeedContext } from './context'
import type { Directory } from './directory'

/** What the steps of an action item change. */
export type ActionItemFacts = {
  state: ActionItemState
  dueOn: PlainDate
  askedDueOn: PlainDate | null
  waitingOn: string | null
  waitingUntil: PlainDate | null
  responsiblePartyId: string
  responsiblePersonId: string
  closedAt: Date | null
}
export type TakenStep = Omit<typeof actionItemSteps.$inferInsert, 'id' | 'actionItemId'>

type Item = { title: string; heldOn: PlainDate; issuerId: string; facts: ActionItemFacts }

/** Where the item stands after its steps; a step the rules do not allow is a fault in the data. */
export function tellStory(context: SeedContext, directory: Directory, item: Item, steps: DemoStep[]) {
  const times = stepTimes(
    steps.map(({ on }) => on),
    item.heldOn,
    context,
  )
  const taken: TakenStep[] = []
  let facts = item.facts
  for (const [index, step] of steps.entries()) {
    if (!isPossible(step.step, facts.state)) throw new Error(`${item.title}: no ${step.step} now.`)
    const at = times[index] ?? context.now
    const day = step.due === undefined ? null : dueDay(step.due, item.heldOn, context.today)
    const next = { ...facts, ...change(directory, facts, step, day, at) }
    taken.push({
      step: step.step,
      at,
      personId: STEPS[step.step].by === 'coordinator' ? item.issuerId : facts.responsiblePersonId,
      text: step.text ?? '',
      link: step.link,
      ...difference(step, day, facts, next),
    })
    facts = next
  }
  return { facts, taken }
}

/** The same changes the commands make (features/action-items/commands). */
function change(
  directory: Directory,
  before: ActionItemFacts,
  { step, text = '', to }: DemoStep,
  day: PlainDate | null,
  at: Date,
): Partial<ActionItemFacts> {
  if (step === 'date_asked') return { askedDueOn: day }
  if (step === 'date_kept') return { askedDueOn: null }
  if (step === 'date_moved') return { askedDueOn: null, dueOn: day ?? before.askedDueOn ?? before.dueOn }
  const state = nextState(step, before.state)
  const settled = state === 'closed' || state === 'cancelled'
  return {
    state,
    waitingOn: step === 'waiting' ? text : null,
    waitingUntil: step === 'waiting' ? day : null,
    askedDueOn: isPressing(state) && !to ? before.askedDueOn : null,
    ...(settled ? { closedAt: at } : {}),
    ...(to
      ? {
          responsiblePartyId: directory.party(to[0]).id,
          responsiblePersonId: directory.person(to[1]).id,
          dueOn: day ?? before.dueOn,
        }
      : {}),
  }
}

function difference(
  { step }: DemoStep,
  day: PlainDate | null,
  before: ActionItemFacts,
  after: ActionItemFacts,
): Partial<TakenStep> {
  if (step === 'waiting') return { dueAfter: day }
  if (step === 'date_asked') return { dueBefore: before.dueOn, dueAfter: day }
  if (step === 'date_moved' || step === 'date_kept') return { dueBefore: before.dueOn, dueAfter: after.dueOn }
  if (step === 'handed_over')
    return { personBefore: before.responsiblePersonId, personAfter: after.responsiblePersonId }
  if (step !== 'reassigned') return {}
  return {
    dueBefore: before.dueOn,
    dueAfter: after.dueOn,
    partyBefore: before.responsiblePartyId,
    partyAfter: after.responsiblePartyId,
  }
}
