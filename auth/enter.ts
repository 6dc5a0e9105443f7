import 'server-only'
import { type Preferences, rememberPreferences } from './preferences'
import { signIn } from './session'
import type { NewSession } from './session-store'

/** What a sign-in comes to, by whichever way. */
export type SignedIn = { session: NewSession; preferences: Preferences }

/** Hands the browser the session, and the language and look of whom it belongs to. */
export async function enter({ session, preferences }: SignedIn): Promise<void> {
  await signIn(session)
  await rememberPreferences(preferences)
}
