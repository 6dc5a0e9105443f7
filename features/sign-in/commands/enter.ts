import { eq } from 'drizzle-orm'
import type { SignedIn } from '@/auth/enter'
import type { Preferences } from '@/auth/preferences'
import { createSession } from '@/auth/session-store'
import { hashToken } from '@/auth/tokens'
import { write } from '@/db/client'
import type { Reader, Transaction } from '@/db/open'
import { people, signInLinks } from '@/db/schema'
import { record } from '@/features/activity/record'
import { isDemo } from '@/features/municipality/queries'
import { Refused } from '@/lib/errors'
import { authorize, can } from '@/policy'
import type { DemoSignInInput, LinkInput } from '../input'
import { findInvited } from '../queries'
import { recordRefusal } from './refusal'

/** Signs in as one of the demo's people, and only where the database itself says that it is a demo. */
export function signInToDemo({ personId }: Pick<DemoSignInInput, 'personId'>, now: Date): SignedIn {
  return write((tx) => {
    authorize(isDemo(tx))
    const person = findPerson(tx, personId)
    if (!person || !can.signIn(person)) throw new Refused('noSuchDemoPerson')
    record(
      tx,
      { personId },
      { kind: 'person.signed-in', subject: ['person', personId], data: { by: 'demo' } },
      now,
    )
    return { session: createSession(tx, personId, 'demo', now), preferences: preferencesOf(person) }
  })
}

/**
 * Uses the link up and signs its person in; of two presses at once, one. That a link we once gave is tried again is
 * put on record, since it may have fallen into other hands; what we never gave is not worth a line.
 */
export function signInByLink({ token }: LinkInput, now: Date): SignedIn {
  const signedIn = write((tx) => {
    const invited = findInvited(token, now, tx)
    const person = invited && findPerson(tx, invited.personId)
    if (!person) {
      const known = findLink(tx, token)
      if (known) recordRefusal(tx, 'linkUnusable', { by: 'link', link: known.id }, now)
      return null
    }
    authorize(can.signIn(person))
    const { personId, link } = invited
    consumeLink(tx, link, now)
    record(
      tx,
      { personId },
      { kind: 'person.signed-in', subject: ['person', personId], data: { by: 'link', link } },
      now,
    )
    return { session: createSession(tx, personId, 'link', now), preferences: preferencesOf(person) }
  })
  if (!signedIn) throw new Refused('linkUnusable')
  return signedIn
}

const findLink = (reader: Reader, token: string) =>
  reader
    .select({ id: signInLinks.id })
    .from(signInLinks)
    .where(eq(signInLinks.tokenHash, hashToken(token)))
    .get()

export function consumeLink(tx: Transaction, link: string, now: Date): void {
  tx.update(signInLinks).set({ usedAt: now }).where(eq(signInLinks.id, link)).run()
}

export const preferencesOf = ({ locale, theme }: Preferences): Preferences => ({ locale, theme })

/** Who wants to come in. */
export const findPerson = (reader: Reader, personId: string) =>
  reader
    .select({
      role: people.role,
      locale: people.locale,
      theme: people.theme,
      deactivatedAt: people.deactivatedAt,
    })
    .from(people)
    .where(eq(people.id, personId))
    .get()
