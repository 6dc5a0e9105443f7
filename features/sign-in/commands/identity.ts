import { and, eq } from 'drizzle-orm'
import type { SignedIn } from '@/auth/enter'
import type { Identity } from '@/auth/oidc'
import { createSession } from '@/auth/session-store'
import { hashToken } from '@/auth/tokens'
import { write } from '@/db/client'
import type { Reader, Transaction } from '@/db/open'
import { identities } from '@/db/schema'
import { record } from '@/features/activity/record'
import { can, isOutsider } from '@/policy'
import { findInvited } from '../queries'
import type { Refusal } from '../rules'
import { consumeLink, findPerson, preferencesOf } from './enter'
import { recordRefusal } from './refusal'

type Invited = NonNullable<ReturnType<typeof findInvited>>

/**
 * Lets in who the municipality's sign-in says it is. Only people who were invited: an identity we do not know is
 * linked to the person of a living invitation, which is used up by it, or refused, and that is on record too.
 */
export function signInByIdentity(
  identity: Identity,
  invitation: string | undefined,
  now: Date,
): SignedIn | { refused: Refusal } {
  return write((tx) => {
    const linked = findLinked(tx, identity)
    const found = invitation ? findInvited(invitation, now, tx) : undefined
    const invited = found && !isOutsider(found) ? found : undefined
    const refuse = (refused: Refusal) => {
      recordRefusal(tx, refused, { by: 'oidc', identity: hashOf(identity) }, now)
      return { refused }
    }
    if (linked && invited && linked.personId !== invited.personId) return refuse('identityTaken')
    const personId = linked?.personId ?? invited?.personId
    if (!personId) return refuse(invitation ? 'linkUnusable' : 'noAccess')
    const person = findPerson(tx, personId)
    if (!person || !can.signInByIdentity(person)) return refuse('noAccess')
    if (invited) consumeLink(tx, invited.link, now)
    if (!linked && invited) link(tx, identity, invited, now)
    record(
      tx,
      { personId },
      { kind: 'person.signed-in', subject: ['person', personId], data: { by: 'oidc' } },
      now,
    )
    return { session: createSession(tx, personId, 'oidc', now), preferences: preferencesOf(person) }
  })
}

const findLinked = (reader: Reader, { issuer, subject }: Identity) =>
  reader
    .select({ personId: identities.personId })
    .from(identities)
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)))
    .get()

/** One identity per issuer: who has got a new account at the municipality leaves the old one behind. */
function link(tx: Transaction, { issuer, subject }: Identity, { personId, link }: Invited, now: Date): void {
  const replaced = tx
    .delete(identities)
    .where(and(eq(identities.issuer, issuer), eq(identities.personId, personId)))
    .run().changes
  tx.insert(identities).values({ issuer, subject, personId, linkedAt: now }).run()
  const data = { link, identity: hashOf({ issuer, subject }), replaced: replaced > 0 }
  record(tx, { personId }, { kind: 'person.identity-linked', subject: ['person', personId], data }, now)
}

/** On record an identity is recognised, not read. */
const hashOf = ({ issuer, subject }: Identity) => hashToken(`${issuer} ${subject}`)
