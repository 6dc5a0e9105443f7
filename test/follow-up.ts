import { and, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { actionItems, outbox, people, reminders } from '@/db/schema'
import { createActionItem } from '@/features/action-items/commands/create'
import { followUp } from '@/features/action-items/follow-up/sending'
import { writeEmail } from '@/features/letters/emails/write'
import { addDays, instantOf, type PlainDate, plainDateOf } from '@/lib/dates'
import type { Viewer } from '@/policy'
import { DEMO_NOW, forumId, partyId, personId, viewerOf } from './demo'

/** Of the demo, only what a test makes itself is followed up. */
export function stopEveryReminder(): void {
  db().update(actionItems).set({ remindersStoppedAt: DEMO_NOW }).run()
}

type Given = { by?: Viewer; dueOn: PlainDate; party?: string; person?: string; title?: string; at?: Date }
export const DOUBTS = ['dueInPast', 'dueFarAway', 'dueOnClosedDay']

export const give = ({
  by = viewerOf('Mette Holm'),
  dueOn,
  party = 'BIF',
  person = 'Søren Bak',
  title = 'Skriv listen',
  at = DEMO_NOW,
}: Given) =>
  createActionItem(
    by,
    {
      forumId: forumId('noerrebro'),
      title,
      partyId: partyId(party),
      personId: personId(person),
      dueOn,
      visibility: 'forum',
      confirm: DOUBTS,
    },
    at,
  )
export const stamp = (id: string) => ({ id, version: stored(id).version })
export const stored = (id: string) => db().select().from(actionItems).where(eq(actionItems.id, id)).get()!
export const at = (day: PlainDate, time = '07:00') => instantOf(day, time)
export const climbed = () =>
  db()
    .select({ rung: reminders.rung, day: reminders.remindedAt, person: people.name })
    .from(reminders)
    .innerJoin(people, eq(people.id, reminders.personId))
    .orderBy(reminders.remindedAt)
    .all()
    .map(({ rung, day, person }) => [rung, plainDateOf(day), person])
export const mails = (kind: 'follow_up' | 'item_news', name?: string) =>
  db()
    .select()
    .from(outbox)
    .where(and(eq(outbox.kind, kind), name ? eq(outbox.recipientId, personId(name)) : undefined))
    .orderBy(outbox.createdAt)
    .all()
export const textOf = async (mail: ReturnType<typeof mails>[number], now = DEMO_NOW) => {
  const written = await writeEmail(mail, now)
  return 'text' in written ? written.text : written.withdrawn
}

/** Each day from one to the other, at seven. */
export function live(from: PlainDate, to: PlainDate): void {
  for (let day = from; day <= to; day = addDays(day, 1)) followUp(at(day))
}
