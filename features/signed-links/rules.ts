import { appUrl } from '@/lib/env'

/** Everything a mail can let its reader do with one press and without signing in; what each does is in `purposes.ts`. */
const PURPOSES = ['action_item.accept', 'action_item.answer', 'meeting.answer'] as const
export type Purpose = (typeof PURPOSES)[number]

export const isPurpose = (text: string | undefined): text is Purpose =>
  (PURPOSES as readonly (string | undefined)[]).includes(text)

/** What stands in the mail. */
export const signedLinkAddress = (token: string): string => new URL(`/l/${token}`, appUrl()).href
