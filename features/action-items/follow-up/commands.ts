import { and, eq, gte } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { actionItems, events, mailPreferences } from '@/db/schema'
import { record } from '@/features/activity/record'
import { post } from '@/features/outbox/post'
import { instantOf, today } from '@/lib/dates'
import { Conflict, Question, Refused } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'
import { loadActionItem } from '../commands/load'
import { isOpen } from '../rules'
import type { ChaseInput, MailPreferencesInput, ResumeRemindersInput, StopRemindersInput } from './input'
import { listLateParties, listNames } from './queries'

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

/**
 * One mail to those of a party who have something late, with all that the party has late; asks first when one was sent
 * the same day. It waits ten minutes. Returns how many it goes to.
 */
export function chaseParty(person: Viewer, { partyId, confirm }: ChaseInput, now: Date): number {
  return write((tx) => {
    authorize(can.settleActionItems(person))
    const late = listLateParties(person, today(now)).find(({ party }) => party.id === partyId)
    if (!late) throw new Refused('nothingLate')
    const sentToday = tx
      .select({ seq: events.seq })
      .from(events)
      .where(
        and(
          eq(events.kind, 'party.chased'),
          eq(events.subjectId, partyId),
          gte(events.at, instantOf(today(now), '00:00')),
        ),
      )
      .get()
    if (sentToday && !confirm.includes('chasedToday')) throw new Question('partyId', 'chasedToday')
    const recipients = listNames(late.personIds)
    for (const { id: personId, locale } of recipients) {
      const payload = { partyId, from: person.personId }
      post(tx, { kind: 'chaser', to: { personId, locale }, payload }, now)
    }
    const data = { items: late.items.map(({ id }) => id), recipients: recipients.map(({ id }) => id) }
    record(tx, person, { kind: 'party.chased', subject: ['party', partyId], data }, now)
    return recipients.length
  })
}
