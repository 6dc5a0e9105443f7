import 'server-only'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { ZodType } from 'zod'
import { localeFrom } from '@/i18n/locale'
import { Conflict } from '@/lib/errors'
import type { Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import { errorTexts } from './error-texts'
import { judgeForm } from './form-fields'
import type { FormAction, FormState } from './form-state'
import { actingViewer, perform, sentFromTheWeb, type WriteOptions } from './perform'
import { standsBehind } from './web-writes'

type Options<Input, Result> = {
  /** Where the person goes afterwards; without it the page is drawn again where it stands. */
  redirectTo?: (result: Result, input: Input) => string
  /** What is said when it went well. */
  done?: (result: Result, locale: Locale) => string | Promise<string>
}

/** Whatever a command waits for, it waits for before its transaction. */
type Command<Input, Result> = (person: Viewer, input: Input, now: Date) => Result | Promise<Result>

/**
 * The one way from a form to a command: origin, sign-in, parse, run, and every expected failure
 * turned into a sentence beside the text that was typed. Nothing is redirected on failure, so nothing typed is lost.
 */
export function formAction<Input, Result>(
  input: ZodType<Input>,
  command: Command<Input, Result>,
  options: Options<Input, Result> & WriteOptions = {},
): FormAction {
  const sent = sentFromTheWeb(command, options)
  const action: FormAction = async (_, form) =>
    respond(form, input, options, async (value) => sent(await actingViewer(), value, new Date()))
  return standsBehind(action, { input, command: sent })
}

/** The same for the few forms a stranger may send: signing in, choosing a language. */
export function openFormAction<Input, Result>(
  input: ZodType<Input>,
  act: (input: Input, now: Date) => Result | Promise<Result>,
  options: Options<Input, Result> = {},
): FormAction {
  const action: FormAction = async (_, form) =>
    respond(form, input, options, (value) => act(value, new Date()))
  return standsBehind(action, { input })
}

async function respond<Input, Result>(
  form: FormData,
  input: ZodType<Input>,
  options: Options<Input, Result>,
  act: (value: Input) => Result | Promise<Result>,
): Promise<FormState> {
  const texts = await errorTexts()
  const submission = judgeForm(form, input, texts.issues)
  if (submission.status !== 'success') return { submission: submission.reply() }

  const performed = await perform(texts, () => act(submission.value))
  if ('error' in performed) {
    const { error, explained } = performed
    // Drawn anew, the page shows how it stands, and the next press carries the newest version.
    if (error instanceof Conflict && !error.details) refresh()
    const { formErrors, fieldErrors, ...rest } = explained
    return { submission: submission.reply({ formErrors, fieldErrors }), ...rest }
  }
  const { result } = performed
  if (options.redirectTo) redirect(options.redirectTo(result, submission.value))
  refresh()
  const done = options.done ? await options.done(result, localeFrom(await getLocale())) : undefined
  return { submission: submission.reply({ resetForm: true }), done, at: Date.now() }
}
