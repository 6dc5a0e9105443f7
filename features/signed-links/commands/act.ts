import { eq } from 'drizzle-orm'
import { loadViewer } from '@/auth/viewer'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { signedLinks } from '@/db/schema'
import { acceptActionItem, refuseActionItem, reportDone } from '@/features/action-items/commands/answer'
import { askNewDueDate } from '@/features/action-items/commands/due-date'
import { getActionItem } from '@/features/action-items/queries/detail'
import { record } from '@/features/activity/record'
import { answerInvitation } from '@/features/meetings/invitations/commands/answer'
import type { AnswerByLinkInput } from '@/features/meetings/invitations/input'
import { Refused } from '@/lib/errors'
import { authorize, authorizeWriting, can, type Viewer } from '@/policy'
import type { AnswerItemByLinkInput, SignedLinkInput } from '../input'
import { openLink } from '../queries'
import type { Purpose } from '../rules'

/**
 * Takes the action item as the link's person, with the rights they have now, and uses the link up. The command's own
 * write lies within this one: when it refuses, the link is not used up either.
 */
export function acceptBySignedLink({ token }: SignedLinkInput, now: Date): void {
  write((tx) => {
    const { link, person } = findLink(tx, token, 'action_item.accept', now)
    authorize(can.actByLink(person, link))
    tx.update(signedLinks).set({ usedAt: now }).where(eq(signedLinks.id, link.id)).run()
    const { version } = getActionItem(person, link.subjectId)
    acceptActionItem(person, { id: link.subjectId, version }, now)
    record(tx, person, linkUsed(link), now)
  })
}

/** Reports done, asks for a new date or says "not ours" in the same way; the link is used up by any of them. */
export function answerItemBySignedLink({ token, ...answer }: AnswerItemByLinkInput, now: Date): void {
  write((tx) => {
    const { link, person } = findLink(tx, token, 'action_item.answer', now)
    authorize(can.actByLink(person, link))
    tx.update(signedLinks).set({ usedAt: now }).where(eq(signedLinks.id, link.id)).run()
    const stamp = { id: link.subjectId, version: getActionItem(person, link.subjectId).version }
    if (answer.step === 'reported_done') reportDone(person, { ...stamp, ...answer }, now)
    else if (answer.step === 'date_asked') askNewDueDate(person, { ...stamp, ...answer }, now)
    else refuseActionItem(person, { ...stamp, ...answer }, now)
    record(tx, person, linkUsed(link), now)
  })
}

/** Answers for a meeting in the same way. The link goes on working until the meeting begins: people change their minds. */
export function answerBySignedLink({ token, ...answer }: AnswerByLinkInput, now: Date): void {
  write((tx) => {
    const { link, person } = findLink(tx, token, 'meeting.answer', now)
    authorize(can.actByLink(person, link))
    answerInvitation(person, { ...answer, meetingId: link.subjectId }, now)
    record(tx, person, linkUsed(link), now)
  })
}

type Link = typeof signedLinks.$inferSelect

function findLink(
  tx: Transaction,
  token: string,
  purpose: Purpose,
  now: Date,
): { link: Link; person: Viewer } {
  const link = tx.select().from(signedLinks).where(openLink(token, now)).get()
  const person = link && loadViewer(tx, link.personId, now)
  if (!person || link.purpose !== purpose) throw new Refused('signedLinkUnusable')
  authorizeWriting(person)
  return { link, person }
}

const linkUsed = ({ id, purpose, subjectId }: Link) => ({
  kind: 'signed-link.used',
  subject: ['signed-link', id] as ['signed-link', string],
  data: { purpose, subject: subjectId },
})
