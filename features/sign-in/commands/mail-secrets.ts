import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { hashToken, newToken } from '@/auth/tokens'
import { write } from '@/db/client'
import { signInRequests } from '@/db/schema'
import { record } from '@/features/activity/record'
import { appUrl } from '@/lib/env'
import { authorize, can } from '@/policy'
import { liveRequest } from '../queries'
import { codeFrom, readCode } from '../rules'
import { findPerson } from './enter'

export type SignInSecrets = { link: string; code: string; expiresAt: Date }

/**
 * The link and the code of a sign-in mail, made while it is rendered, since neither may rest anywhere in clear.
 * Those of an earlier rendering are void. Null when the request is used, over or overtaken by a newer one;
 * throws Refused for somebody deactivated meanwhile.
 */
export function issueSignInSecrets(requestId: string, now: Date): SignInSecrets | null {
  const token = newToken()
  const code = codeFrom(randomBytes(8))
  return write((tx) => {
    const request = tx
      .update(signInRequests)
      .set({ linkHash: hashToken(token), codeHash: hashCode(requestId, code) })
      .where(liveRequest(eq(signInRequests.id, requestId), now))
      .returning()
      .get()
    const person = request && findPerson(tx, request.personId)
    if (!person) return null
    authorize(can.signIn(person))
    record(
      tx,
      { job: 'sendMail' },
      { kind: 'sign-in.mail-written', subject: ['person', request.personId], data: { request: requestId } },
      now,
    )
    return { link: new URL(`/sign-in/mail/${token}`, appUrl()).href, code, expiresAt: request.expiresAt }
  })
}

/** Bound to its request: the same code in another request is another one. */
export const hashCode = (requestId: string, code: string): string =>
  hashToken(`${requestId} ${readCode(code)}`)
