import type { PartyKind, Role } from '@/db/schema'

/** A link in an invitation can be used for a quarter of an hour. */
export const LINK_MINUTES = 15

/** Six people to begin the demo with, one for each kind of viewer. */
export const GUIDES = ['Mette Holm', 'Søren Bak', 'Karen Lund', 'Pia Storm', 'Lars Nygaard', 'Ruth Vind']

export const DEMO_GROUPS = ['coordinators', 'departments', 'organisations', 'others'] as const
export type DemoGroup = (typeof DEMO_GROUPS)[number]

export function groupOf({ role, partyKind }: { role: Role; partyKind: PartyKind }): DemoGroup {
  if (role === 'coordinator') return 'coordinators'
  if (role === 'auditor' || role === 'partner') return 'others'
  return partyKind === 'department' ? 'departments' : 'organisations'
}

const CONTROL = /\p{Cc}/u

/** Where to go after signing in: an address of our own, or the front page. Browsers read '/\' as '//'. */
export function ownPath(wanted = '/'): string {
  const own = wanted.startsWith('/') && !/^\/[/\\]/.test(wanted) && !CONTROL.test(wanted)
  return own ? wanted : '/'
}

/** A mail to sign in by lasts ten minutes from the asking, however long it was on its way. */
export const MAIL_MINUTES = 10
/** Of 2^40 codes five may be tried; then the whole mail is void. */
export const CODE_TRIES = 5

/** Crockford's base32: no letter that looks like a digit, none that makes words. */
const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Forty random bits as one reads them from a mail: ABCD-EFGH. */
export function codeFrom(bytes: Uint8Array): string {
  const letters = [...bytes.subarray(0, 8)].map((byte) => CODE_LETTERS[byte % 32]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** A code as it may be typed: small letters, blanks, without the hyphen, O for 0, I and L for 1. */
export const readCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')

/** Why somebody who came back from the municipality's sign-in is not let in; a sentence each, on a page of their own. */
export const REFUSALS = [
  ...(['noAccess', 'identityTaken', 'linkUnusable'] as const),
  ...(['expired', 'cancelled', 'unreachable', 'untrusted', 'unavailable'] as const),
] as const
export type Refusal = (typeof REFUSALS)[number]

/** Why somebody with a mail to sign in by was not let in, for the record; on screen they are told less. */
export type MailRefusal = 'wrongCode' | 'otherBrowser' | 'tooOften'
