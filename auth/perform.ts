import 'server-only'
import { headers } from 'next/headers'
import { ExpectedError, Refused } from '@/lib/errors'
import { authorizeWriting, type Viewer } from '@/policy'
import { type ErrorTexts, type Explained, explain } from './error-texts'
import { comesFromOwnPage } from './origin'
import { currentViewer } from './session'
import { isWritingTooFast } from './write-limit'

/** Nobody is signed in any more: what was typed waits until somebody is. */
export class SignedOut extends Refused {
  constructor() {
    super('signedOut')
  }
}

export type Performed<Result> = { result: Result } | { error: ExpectedError; explained: Explained }

/**
 * What every write from the web shares, whether a form or the meeting log sends it: it comes from our own page,
 * and an expected failure becomes words. Anything else is thrown on, for the log and the error page.
 */
export async function perform<Result>(
  texts: ErrorTexts,
  act: () => Result | Promise<Result>,
): Promise<Performed<Result>> {
  try {
    if (!comesFromOwnPage(await headers())) throw new Refused('foreignOrigin')
    return { result: await act() }
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error
    return { error, explained: explain(error, texts) }
  }
}

/** Somebody saves faster than a hand can; what was typed stays. */
export class TooFast extends Refused {
  constructor() {
    super('tooFast')
  }
}

/** Who acts. Throws SignedOut for a stranger, TooFast for a script gone wild. */
export async function actingViewer(): Promise<Viewer> {
  const viewer = await currentViewer()
  if (!viewer) throw new SignedOut()
  if (await isWritingTooFast(viewer.personId)) throw new TooFast()
  return viewer
}

type Command<Input, Result> = (person: Viewer, input: Input, now: Date) => Result
/** `afterTheEnd`: what is one's own, or brings the team on, and stays possible after its last day. */
export type WriteOptions = { afterTheEnd?: boolean }

/** A command as the web may send it: the team's last day is judged here, before anything of it is run (ADR 23). */
export const sentFromTheWeb =
  <Input, Result>(
    command: Command<Input, Result>,
    { afterTheEnd }: WriteOptions = {},
  ): Command<Input, Result> =>
  (person, input, now) => {
    if (!afterTheEnd) authorizeWriting(person)
    return command(person, input, now)
  }
