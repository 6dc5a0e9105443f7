import { and, eq, gt, isNull } from 'drizzle-orm'
import { hashToken, newToken } from '@/auth/tokens'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { signInLinks } from '@/db/schema'
import { record } from '@/features/activity/record'
import { post } from '@/features/outbox/post'
import { LINK_MINUTES } from '@/features/sign-in/rules'
import { newId } from '@/lib/ids'
import { type Administrator, authorize, can, mayAdminister, type Viewer } from '@/policy'
import type { PersonInput } from '../input'
import { INVITATION_DAYS } from '../rules'
import { findActivePerson } from './load'

const MINUTE = 60_000

/** Sends the invitation by mail; its link is made when the mail is, so that it rests nowhere in clear. */
export function inviteByMail(person: Viewer, { id }: PersonInput, now: Date): void {
  write((tx) => {
    authorize(can.administer(person))
    const { locale } = findActivePerson(tx, id)
    const mail = post(tx, { kind: 'invitation', to: { personId: id, locale }, payload: {} }, now)
    record(tx, person, { kind: 'person.invited', subject: ['person', id], data: { by: 'mail', mail } }, now)
  })
}

/** A link to hand over at once, shown once. Returns its token. */
export function showSignInLink(actor: Administrator, { id }: PersonInput, now: Date): string {
  return write((tx) => {
    authorize(mayAdminister(actor))
    findActivePerson(tx, id)
    const { token, ...link } = issueLink(tx, id, LINK_MINUTES, now)
    record(
      tx,
      actor,
      { kind: 'person.invited', subject: ['person', id], data: { by: 'screen', ...link } },
      now,
    )
    return token
  })
}

/** For the job that renders the mail of an invitation. Throws Refused for somebody deactivated meanwhile. */
export function issueInvitationToken(personId: string, now: Date): string {
  return write((tx) => {
    const invited = findActivePerson(tx, personId)
    authorize(can.signIn(invited))
    const { token, ...link } = issueLink(tx, personId, INVITATION_DAYS * 24 * 60, now)
    record(
      tx,
      { job: 'outbox' },
      { kind: 'person.invitation-written', subject: ['person', personId], data: link },
      now,
    )
    return token
  })
}

/** One link at a time: those given before work no longer. */
function issueLink(tx: Transaction, personId: string, minutes: number, now: Date) {
  voidLinks(tx, personId, now)
  const [link, token] = [newId(), newToken()]
  const expiresAt = new Date(now.getTime() + minutes * MINUTE)
  tx.insert(signInLinks)
    .values({ id: link, tokenHash: hashToken(token), personId, createdAt: now, expiresAt })
    .run()
  return { token, link, expiresAt: expiresAt.toISOString() }
}

export function voidLinks(tx: Transaction, personId: string, now: Date): void {
  tx.update(signInLinks)
    .set({ expiresAt: now })
    .where(
      and(eq(signInLinks.personId, personId), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, now)),
    )
    .run()
}
