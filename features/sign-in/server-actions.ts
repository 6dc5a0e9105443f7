'use server'
import { askingBrowser, forgetAsking, rememberAsking } from '@/auth/asking-browser'
import { enter, type SignedIn } from '@/auth/enter'
import { formAction, openFormAction } from '@/auth/form-action'
import { callerNetwork } from '@/auth/network'
import { type Attempt, isTooOften } from '@/auth/rate-limit'
import { signOut } from '@/auth/session'
import { setOut } from '@/auth/trip'
import { Refused } from '@/lib/errors'
import { askForSignIn } from './commands/ask'
import { signInByLink, signInToDemo } from './commands/enter'
import { codeUnusable, signInByCode, signInByMailLink } from './commands/mail'
import { recordTooOften } from './commands/refusal'
import { signOutEverywhere } from './commands/sign-out'
import { askInput, codeInput, demoSignInInput, linkInput, nothingInput, setOutInput } from './input'
import { MAIL_MINUTES, ownPath } from './rules'

export const signInToDemoAction = openFormAction(
  demoSignInInput,
  (input, now) => enter(signInToDemo(input, now)),
  { redirectTo: (_, { next }) => next },
)
export const signInByLinkAction = openFormAction(
  linkInput,
  async (input, now) => {
    if (await isOneTooMany('link', now)) throw new Refused('linkUnusable')
    await enter(signInByLink(input, now))
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
  async (input, now) => {
    if (await isOneTooMany('link', now)) throw new Refused('mailLinkUnusable')
    return enterAsAsked((browser) => signInByMailLink(input, browser, now))
  },
  { redirectTo: (next) => next },
)
export const signInByCodeAction = openFormAction(
  codeInput,
  async (input, now) => {
    if (await isOneTooMany('code', now)) throw codeUnusable()
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
  { redirectTo: () => '/sign-in', afterTheEnd: true },
)

/** Back to where the browser wanted to go when it asked. */
async function enterAsAsked(signIn: (browser: string) => SignedIn): Promise<string> {
  const asking = await askingBrowser()
  await enter(signIn(asking?.token ?? ''))
  await forgetAsking()
  return ownPath(asking?.next)
}

async function isOneTooMany(what: Attempt['what'], now: Date): Promise<boolean> {
  const tooOften = await isTooOften({ what, network: await callerNetwork() })
  if (tooOften) recordTooOften(what, now)
  return tooOften
}
