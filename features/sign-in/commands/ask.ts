import { eq, sql } from 'drizzle-orm'
import { isTooOften } from '@/auth/rate-limit'
import { hashToken, newToken } from '@/auth/tokens'
import { write } from '@/db/client'
import type { Reader } from '@/db/open'
import { people, signInRequests } from '@/db/schema'
import { record } from '@/features/activity/record'
import { isDemo } from '@/features/municipality/queries'
import { post } from '@/features/outbox/post'
import { oidc } from '@/lib/env'
import { newId } from '@/lib/ids'
import { authorize, can } from '@/policy'
import type { AskInput } from '../input'
import { liveRequest } from '../queries'
import { MAIL_MINUTES } from '../rules'
import { recordTooOften } from './refusal'

const ACTOR = { job: 'sign-in' }

type Asking = Pick<AskInput, 'address'> & {
  network: string | null
  /** What the browser kept from the last time it asked. */
  browser: string | null
}

/**
 * Posts a mail to sign in by to whoever has this address on file. A known address, an unknown one and one too many
 * get the same answer: a token for the browser to keep, by which the mail is bound to it.
 */
export async function askForSignIn({ address, network, browser }: Asking, now: Date): Promise<string> {
  if (await isTooOften({ what: 'mail', network, address })) {
    recordTooOften('mail', now)
    // The mail that is under way already goes on working.
    return browser ?? newToken()
  }
  const token = newToken()
  postSignInMail(address, token, now)
  return token
}

function postSignInMail(address: string, browser: string, now: Date): void {
  write((tx) => {
    authorize(!isDemo(tx))
    const person = findByAddress(tx, address)
    if (!person) {
      record(tx, ACTOR, { kind: 'sign-in.asked', subject: ['sign-in', 'unknown'] }, now)
      return
    }
    const { id: personId, locale } = person
    const request = newId()
    tx.update(signInRequests)
      .set({ expiresAt: now })
      .where(liveRequest(eq(signInRequests.personId, personId), now))
      .run()
    tx.insert(signInRequests)
      .values({
        id: request,
        personId,
        browserHash: hashToken(browser),
        createdAt: now,
        expiresAt: new Date(now.getTime() + MAIL_MINUTES * 60_000),
      })
      .run()
    const letter = { kind: 'sign_in', to: { personId, locale }, payload: { requestId: request } } as const
    const data = { request, mail: post(tx, letter, now) }
    record(tx, ACTOR, { kind: 'sign-in.asked', subject: ['person', personId], data }, now)
  })
}

/** The one person who has this address on file and may come in by mail; it is written in any case there. */
function findByAddress(reader: Reader, address: string) {
  const found = reader
    .select({
      id: people.id,
      role: people.role,
      locale: people.locale,
      deactivatedAt: people.deactivatedAt,
    })
    .from(people)
    .where(eq(sql`lower(${people.email})`, address))
    .all()
    .filter((person) => can.signInByMail(person, oidc() !== null))
  return found.length === 1 ? found[0] : undefined
}
