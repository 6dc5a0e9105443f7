import { appUrl } from '@/lib/env'

/** An invitation waits in a mailbox, so its link works for a week; one shown on a screen is used at once. */
export const INVITATION_DAYS = 7

/** The page behind a link to sign in with. */
export const signInAddress = (token: string): string => new URL(`/sign-in/link/${token}`, appUrl()).href

export const PERSON_STATES = ['active', 'never', 'deactivated'] as const
export type PersonState = (typeof PERSON_STATES)[number]

/** `never`: may come in, and has not been here yet. */
export function stateOf(person: { deactivatedAt: Date | null; lastSignIn: unknown }): PersonState {
  if (person.deactivatedAt) return 'deactivated'
  return person.lastSignIn ? 'active' : 'never'
}
