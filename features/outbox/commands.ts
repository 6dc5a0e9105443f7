import { eq } from 'drizzle-orm'
import { write } from '@/db/client'
import { outbox, people } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Question, Refused } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'
import type { MailInput, SendAgainInput } from './input'
import { findMail } from './queries'
import { doubtAboutSendingAgain } from './rules'

/** Stops a mail that waits. */
export function withdrawMail(person: Viewer, { id }: MailInput, now: Date): void {
  write((tx) => {
    authorize(can.administer(person))
    const mail = findMail(tx, id)
    if (mail.state !== 'waiting') throw new Refused('mailNotWaiting')
    tx.update(outbox)
      .set({ state: 'withdrawn', problem: 'regretted', settledAt: now })
      .where(eq(outbox.id, id))
      .run()
    const data = { mail: mail.kind, recipient: mail.recipientId }
    record(tx, person, { kind: 'mail.withdrawn', subject: ['mail', id], data }, now)
  })
}

/** Puts up for sending anew what failed, was stopped, or may have arrived; asks first, since somebody may get it twice. */
export function sendAgain(person: Viewer, { id, confirm }: SendAgainInput, now: Date): void {
  write((tx) => {
    authorize(can.administer(person))
    const mail = findMail(tx, id)
    const doubt = doubtAboutSendingAgain(mail)
    if (!doubt) throw new Refused('mailNotSettled')
    if (!confirm.includes(doubt)) {
      const recipient = tx.select().from(people).where(eq(people.id, mail.recipientId)).get()
      throw new Question('id', doubt, { recipient: recipient?.name ?? '' })
    }
    tx.update(outbox)
      .set({ state: 'waiting', problem: null, settledAt: null, attempts: 0, createdAt: now, notBefore: now })
      .where(eq(outbox.id, id))
      .run()
    const data = { mail: mail.kind, recipient: mail.recipientId, was: mail.state }
    record(tx, person, { kind: 'mail.sent-again', subject: ['mail', id], data }, now)
  })
}
