import { write } from '@/db/client'
import { record } from '@/features/activity/record'
import { findMail } from '@/features/outbox/queries'
import { mayBeRead } from '@/features/outbox/rules'
import { Refused } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'
import { writeEmail } from './emails/write'
import type { ReadMailInput } from './input'

/**
 * The mail as its recipient would get it now, so that somebody can pass it on where there is no mail server. The links
 * in it are made for this reading; that it was read is on record.
 */
export async function readMail(person: Viewer, { id }: ReadMailInput, now: Date) {
  const mail = write((tx) => {
    authorize(can.administer(person))
    const mail = findMail(tx, id)
    if (!mayBeRead(mail.kind)) throw new Refused('mailToSignIn')
    const data = { mail: mail.kind, recipient: mail.recipientId }
    record(tx, person, { kind: 'mail.read', subject: ['mail', id], data }, now)
    return mail
  })
  return writeEmail(mail, now)
}
