import { eq } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { type ActionItemState, actionItemSteps, actionItems } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Conflict, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, type Viewer } from '@/policy'
import { tellAbout } from '../follow-up/post'
import { isPossible, isPressing, mayTake, nextState, STEPS, type TakenStep } from '../rules'
import { type ActionItem, type ActionItemStamp, loadActionItem } from './load'

type NewValues = Partial<typeof actionItems.$inferInsert>
type StepWords = Partial<
  Pick<
    typeof actionItemSteps.$inferInsert,
    'text' | 'link' | 'dueBefore' | 'dueAfter' | 'partyBefore' | 'partyAfter' | 'personBefore' | 'personAfter'
  >
>
type StepDetails = { set?: NewValues; step?: StepWords }

/**
 * The one way an item moves on: who may, whether it is possible now, whether the person saw the newest version,
 * then the change, the step in the item's own story and the event. `details` may refuse or ask.
 */
export function takeStep(
  person: Viewer,
  step: TakenStep,
  stamp: ActionItemStamp,
  now: Date,
  details: (item: ActionItem, tx: Transaction) => StepDetails = () => ({}),
): void {
  write((tx) => {
    const item = loadActionItem(tx, person, stamp.id)
    authorize(mayTake(step, person, item))
    if (!isPossible(step, item.state)) throw new Refused(`actionItemIs_${item.state}`)
    if (item.version !== stamp.version) throw new Conflict('actionItemChanged')

    const { set, step: { text = '', link, ...facts } = {} } = details(item, tx)
    if (STEPS[step].reason && text === '') throw new Refused('required_reason')
    const state = nextState(step, item.state)
    tx.update(actionItems)
      .set({ ...leftBehind(item.state, state, now), ...set, state, version: item.version + 1 })
      .where(eq(actionItems.id, item.id))
      .run()
    tellAbout(tx, person, step, { ...item, ...set, state }, now)
    const stepId = newId()
    tx.insert(actionItemSteps)
      .values({
        id: stepId,
        actionItemId: item.id,
        step,
        at: now,
        personId: person.personId,
        text,
        link,
        ...facts,
      })
      .run()
    record(
      tx,
      person,
      {
        kind: `action-item.${step.replaceAll('_', '-')}`,
        subject: ['action-item', item.id],
        forumId: item.forumId,
        data: { step: stepId, stateBefore: item.state, stateAfter: state, ...facts },
      },
      now,
    )
  })
}

/** What no longer holds once the state is another. */
function leftBehind(before: ActionItemState, after: ActionItemState, now: Date): NewValues {
  if (before === after) return {}
  return {
    waitingOn: null,
    waitingUntil: null,
    ...(isPressing(after) ? {} : { askedDueOn: null }),
    ...(after === 'closed' || after === 'cancelled' ? { closedAt: now } : {}),
  }
}
