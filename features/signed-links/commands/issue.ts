import { hashToken, newToken } from '@/auth/tokens'
import { loadViewer } from '@/auth/viewer'
import { write } from '@/db/client'
import { signedLinks } from '@/db/schema'
import { record } from '@/features/activity/record'
import { newId } from '@/lib/ids'
import { authorize, can } from '@/policy'
import type { Purpose } from '../rules'

type Wanted = { purpose: Purpose; subjectId: string; personId: string; expiresAt: Date }

/**
 * Makes the token of a link while its mail is rendered, since it may rest nowhere in clear; the address is
 * `signedLinkAddress(token)`. Earlier ones go on working: the mail before may have arrived after all.
 * Throws Refused for somebody deactivated, or who may change nothing.
 */
export function issueSignedLink({ purpose, subjectId, personId, expiresAt }: Wanted, now: Date): string {
  const [id, token] = [newId(), newToken()]
  write((tx) => {
    const person = loadViewer(tx, personId, now)
    authorize(person !== null && can.actByLink(person, { personId }))
    tx.insert(signedLinks)
      .values({ id, tokenHash: hashToken(token), personId, purpose, subjectId, createdAt: now, expiresAt })
      .run()
    const data = { purpose, subject: subjectId, recipient: personId, expiresAt: expiresAt.toISOString() }
    record(tx, { job: 'sendMail' }, { kind: 'signed-link.issued', subject: ['signed-link', id], data }, now)
  })
  return token
}
