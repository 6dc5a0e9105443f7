import { eq, sql } from 'drizzle-orm'
import type { SignedIn } from '@/auth/enter'
import type { Preferences } from '@/auth/preferences'
import { createSession } from '@/auth/session-store'
import { hashToken } from '@/auth/tokens'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { signInRequests } from '@/db/schema'
import { record } from '@/features/activity/record'
import { oidc } from '@/lib/env'
import { Refused } from '@/lib/errors'
import { authorize, can } from '@/policy'
import type { CodeInput, LinkInput } from '../input'
import { liveRequest } from '../queries'
import { CODE_TRIES, MAIL_MINUTES } from '../rules'
import { findPerson, preferencesOf } from './enter'
import { hashCode } from './mail-secrets'
import { recordRefusal } from './refusal'

type Request = typeof signInRequests.$inferSelect

/** The mail's link lets in only the browser that asked for it; every other is told to type the code there. */
export function signInByMailLink({ token }: LinkInput, browser: string, now: Date): SignedIn {
  const outcome = write((tx) => {
    const request = tx
      .select()
      .from(signInRequests)
      .where(liveRequest(eq(signInRequests.linkHash, hashToken(token)), now))
      .get()
    if (!request) return 'mailLinkUnusable'
    if (request.browserHash !== hashToken(browser)) {
      recordRefusal(tx, 'otherBrowser', { by: 'mail', request: request.id }, now)
      return 'otherBrowser'
    }
    const person = findPerson(tx, request.personId)
    authorize(person !== undefined && can.signInByMail(person, oidc() !== null))
    return letIn(tx, request, person, 'link', now)
  })
  return orRefuse(outcome)
}

/**
 * The code lets in only the browser that asked, and every try counts, also of several at once; whether there is
 * anything to be tried at all is told to nobody.
 */
export function signInByCode({ code }: CodeInput, browser: string, now: Date): SignedIn {
  const outcome = write((tx) => {
    const request = tx
      .update(signInRequests)
      .set({ tries: sql`${signInRequests.tries} + 1` })
      .where(liveRequest(eq(signInRequests.browserHash, hashToken(browser)), now))
      .returning()
      .get()
    if (!request) return 'codeUnusable'
    if (request.codeHash !== hashCode(request.id, code)) {
      recordRefusal(tx, 'wrongCode', { by: 'mail', request: request.id, tries: request.tries }, now)
      return 'codeUnusable'
    }
    const person = findPerson(tx, request.personId)
    authorize(person !== undefined && can.signInByMail(person, oidc() !== null))
    return letIn(tx, request, person, 'code', now)
  })
  return orRefuse(outcome)
}

function letIn(
  tx: Transaction,
  { id, personId }: Request,
  person: Preferences,
  by: 'link' | 'code',
  now: Date,
): SignedIn {
  tx.update(signInRequests).set({ usedAt: now }).where(eq(signInRequests.id, id)).run()
  const data = { by: 'mail', with: by, request: id }
  record(tx, { personId }, { kind: 'person.signed-in', subject: ['person', personId], data }, now)
  return { session: createSession(tx, personId, 'mail', now), preferences: preferencesOf(person) }
}

/** Thrown only after the write, so that the try and its event stay. */
function orRefuse(outcome: SignedIn | 'mailLinkUnusable' | 'otherBrowser' | 'codeUnusable'): SignedIn {
  if (outcome === 'codeUnusable') throw codeUnusable()
  if (typeof outcome === 'string') throw new Refused(outcome)
  return outcome
}

/** Wrong, used, too old, tried too often and never asked for: nobody is told which. */
export const codeUnusable = () =>
  new Refused('codeUnusable', { minutes: MAIL_MINUTES, tries: CODE_TRIES }, 'code')
