import { eq } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { actionItems, mailPreferences } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Conflict, Refused } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'
import { loadActionItem } from '../commands/load'
import { isOpen } from '../rules'
import type { MailPreferencesInput, ResumeRemindersInput, StopRemindersInput } from './input'

/** At once, once a day or week, or not at all; reminders of due dates always come, once a day. */
export function changeMailPreferences(person: Viewer, input: MailPreferencesInput, now: Date): void {
  write((tx) => {
    const { personId } = person
    authorize(can.changePreferences(person, { id: personId }))
    tx.insert(mailPreferences)
      .values({ personId, ...input })
      .onConflictDoUpdate({ target: mailPreferences.personId, set: input })
      .run()
    record(tx, person, { kind: 'person.mail-preferences', subject: ['person', personId], data: input }, now)
  })
}

/** Nobody is reminded of it any more; the reason stands at the item. */
export function stopReminders(person: Viewer, { reason, ...stamp }: StopRemindersInput, now: Date): void {
  write((tx) => {
    authorize(can.settleActionItems(person))
    const item = loadForReminding(tx, person, stamp)
    if (item.remindersStoppedAt) throw new Refused('remindersStopped')
    keep(tx, item, { remindersStoppedAt: now, remindersStoppedReason: reason })
    const { id, forumId } = item
    record(tx, person, { kind: 'action-item.reminders-stopped', subject: ['action-item', id], forumId }, now)
  })
}

export function resumeReminders(person: Viewer, stamp: ResumeRemindersInput, now: Date): void {
  write((tx) => {
    authorize(can.settleActionItems(person))
    const item = loadForReminding(tx, person, stamp)
    if (!item.remindersStoppedAt) throw new Refused('remindersGoOn')
    keep(tx, item, { remindersStoppedAt: null, remindersStoppedReason: null })
    const { id, forumId } = item
    record(tx, person, { kind: 'action-item.reminders-resumed', subject: ['action-item', id], forumId }, now)
  })
}

function loadForReminding(tx: Transaction, person: Viewer, { id, version }: ResumeRemindersInput) {
  const item = loadActionItem(tx, person, id)
  if (!isOpen(item.state)) throw new Refused(`actionItemIs_${item.state}`)
  if (item.version !== version) throw new Conflict('actionItemChanged')
  return item
}

type Item = ReturnType<typeof loadForReminding>

function keep(tx: Transaction, { id, version }: Item, values: Partial<Item>): void {
  tx.update(actionItems)
    .set({ ...values, version: version + 1 })
    .where(eq(actionItems.id, id))
    .run()
}
