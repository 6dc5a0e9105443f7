import { loadViewer } from '@/auth/viewer'
import { write } from '@/db/client'
import { signedLinks } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Refused } from '@/lib/errors'
import { authorize, can } from '@/policy'
import type { SignedLinkInput } from '../input'
import { DEEDS } from '../purposes'
import { openLink } from '../queries'
import { isPurpose, type Purpose } from '../rules'

/**
 * Uses the link up and does what it is for, as its person and with the rights they have now. The command's own write
 * lies within this one: when it refuses, the link is not used up either. Returns what was done.
 */
export function actBySignedLink({ token }: SignedLinkInput, now: Date): Purpose {
  return write((tx) => {
    const link = tx.update(signedLinks).set({ usedAt: now }).where(openLink(token, now)).returning().get()
    const person = link && loadViewer(tx, link.personId, now)
    if (!person || !isPurpose(link.purpose)) throw new Refused('signedLinkUnusable')
    authorize(can.actByLink(person, link))
    const { id, purpose, subjectId } = link
    DEEDS[purpose].perform(person, subjectId, now)
    const data = { purpose, subject: subjectId }
    record(tx, person, { kind: 'signed-link.used', subject: ['signed-link', id], data }, now)
    return purpose
  })
}
