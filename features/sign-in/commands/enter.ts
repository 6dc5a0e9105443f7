import { eq } from 'drizzle-orm'
import type { SignedIn } from '@/auth/enter'
import type { Preferences } from '@/auth/preferences'
import { createSession } from '@/auth/session-store'
import { write } from '@/db/client'
import type { Reader } from '@/db/open'
import { people, signInLinks } from '@/db/schema'
import { record } from '@/features/activity/record'
import { isDemo } from '@/features/municipality/queries'
import { Refused } from '@/lib/errors'
import { authorize, can } from '@/policy'
import type { DemoSignInInput, LinkInput } from '../input'
import { usable } from '../queries'

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

/** Uses the link up and signs its person in; of two presses at once, one. */
export function signInByLink({ token }: LinkInput, now: Date): SignedIn {
  return write((tx) => {
    const link = tx.update(signInLinks).set({ usedAt: now }).where(usable(token, now)).returning().get()
    const person = link && findPerson(tx, link.personId)
    if (!person) throw new Refused('linkUnusable')
    authorize(can.signIn(person))
    record(
      tx,
      { personId: link.personId },
      { kind: 'person.signed-in', subject: ['person', link.personId], data: { by: 'link', link: link.id } },
      now,
    )
    return { session: createSession(tx, link.personId, 'link', now), preferences: preferencesOf(person) }
  })
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
