'use server'
import { openFormAction } from '@/auth/form-action'
import { rememberPreferences } from '@/auth/preferences'
import { signIn, signOut } from '@/auth/session'
import { type SignedIn, signInByLink, signInToDemo } from './commands/enter'
import { demoSignInInput, linkInput, nothingInput } from './input'

async function enter({ session, preferences }: SignedIn): Promise<void> {
  await signIn(session)
  await rememberPreferences(preferences)
}

export const signInToDemoAction = openFormAction(
  demoSignInInput,
  (input, now) => enter(signInToDemo(input, now)),
  { redirectTo: (_, { next }) => next },
)
export const signInByLinkAction = openFormAction(linkInput, (input, now) => enter(signInByLink(input, now)), {
  redirectTo: () => '/',
})
export const signOutAction = openFormAction(nothingInput, () => signOut(), { redirectTo: () => '/sign-in' })
