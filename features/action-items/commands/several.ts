import { write } from '@/db/client'
import { record } from '@/features/activity/record'
import { authorize, can, type Viewer } from '@/policy'
import type { SeveralInput } from '../input'
import { moveDueDate } from './due-date'
import { loadActionItem } from './load'
import { confirmActionItem } from './settle'

/**
 * The same step with several items: all of them, or none when one cannot take it. One that has the date already keeps
 * it. Returns how many moved on.
 */
export function settleSeveral(person: Viewer, input: SeveralInput, now: Date): number {
  return write((tx) => {
    authorize(can.settleActionItems(person))
    const items = [...new Set(input.actionItemIds)].map((id) => loadActionItem(tx, person, id))
    const moving = input.step === 'closed' ? items : items.filter(({ dueOn }) => dueOn !== input.dueOn)
    for (const { id, version } of moving) {
      if (input.step === 'closed') confirmActionItem(person, { id, version }, now)
      else moveDueDate(person, { id, version, ...input }, now)
    }
    const data = { step: input.step, items: moving.map(({ id }) => id) }
    record(tx, person, { kind: 'action-item.several', subject: ['person', person.personId], data }, now)
    return moving.length
  })
}
