'use server'
import { enter } from '@/auth/enter'
import { formAction, openFormAction } from '@/auth/form-action'
import { signOut } from '@/auth/session'
import { setOut } from '@/auth/trip'
import { signInByLink, signInToDemo } from './commands/enter'
import { signOutEverywhere } from './commands/sign-out'
import { demoSignInInput, linkInput, nothingInput, setOutInput } from './input'

export const signInToDemoAction = openFormAction(
  demoSignInInput,
  (input, now) => enter(signInToDemo(input, now)),
  { redirectTo: (_, { next }) => next },
)
export const signInByLinkAction = openFormAction(
  linkInput,
  async (input, now) => {
    const tooOften = await isAttemptTooOften('link', await callerNetwork(), now)
    await enter(signInByLink(tooOften ? { token: '' } : input, now))
  },
  { redirectTo: () => '/' },
)

/** A mail to sign in by: asked for, then either its link is pressed or its code is typed. */
export const askForSignInAction = openFormAction(
  askInput,
  async ({ address, next }, now) => {
    const [network, before] = await Promise.all([callerNetwork(), askingBrowser()])
    const token = await askForSignIn({ address, network, browser: before?.token ?? null }, now)
    await rememberAsking({ token, next }, MAIL_MINUTES)
  },
  { redirectTo: () => '/sign-in/code' },
)
export const signInByMailLinkAction = openFormAction(
  linkInput,
  async (input, now) => enterAsAsked((browser) => signInByMailLink(input, browser, now)),
  { redirectTo: (next) => next },
)
export const signInByCodeAction = openFormAction(
  codeInput,
  async (input, now) => {
    if (await isAttemptTooOften('code', await callerNetwork(), now)) throw codeUnusable()
    return enterAsAsked((browser) => signInByCode(input, browser, now))
  },
  { redirectTo: (next) => next },
)

export const signOutAction = openFormAction(nothingInput, () => signOut(), { redirectTo: () => '/sign-in' })
/** Leads away to the municipality's sign-in; the way back is a route. */
export const setOutAction = openFormAction(setOutInput, setOut, { redirectTo: (address) => address })
export const signOutEverywhereAction = formAction(
  nothingInput,
  async (person, _, now) => {
    signOutEverywhere(person, now)
    await signOut()
  },
  { redirectTo: () => '/sign-in' },
)
