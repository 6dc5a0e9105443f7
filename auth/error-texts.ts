import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { core } from 'zod'
import { Conflict, NotFound, Question, Refused, Unavailable } from '@/lib/errors'
import type { FormState } from './form-state'

type Values = Record<string, string | number>
/** A failure in the shape a form shows it. */
export type Explained = { formErrors?: string[]; fieldErrors?: Record<string, string[]> } & Pick<
  FormState,
  'question' | 'conflict'
>

export type ErrorTexts = {
  issues: (issues: core.$ZodIssue[]) => string[]
  refusal: (code: string, values?: Values) => string
}

/** Every sentence a person can be refused with, from `i18n/<locale>/errors.json`. */
export async function errorTexts(): Promise<ErrorTexts> {
  const t = await getTranslations('errors')
  const text = (key: string, values?: Values) =>
    t.has(key as never) ? t(key as never, values as never) : t('unexpected')
  return {
    refusal: text,
    issues: (issues) =>
      issues.map((issue) => {
        const params = issue.code === 'custom' ? (issue.params ?? {}) : {}
        const key = typeof params.key === 'string' ? params.key : 'choose'
        const field = String(issue.path.at(-1) ?? '')
        const own = `${key}_${field}`
        return text(t.has(own as never) ? own : key, { ...params, field } as Values)
      }),
  }
}

/** Turns an expected failure into words; anything else is thrown on, for the log and the error page. */
export function explain(error: unknown, texts: ErrorTexts): Explained {
  if (error instanceof NotFound) return { formErrors: [texts.refusal('gone')] }
  if (error instanceof Unavailable) return { formErrors: [texts.refusal(error.code)] }
  if (error instanceof Question) {
    const { code, field, values } = error
    return { question: { code, field, text: texts.refusal(code, values) } }
  }
  if (error instanceof Conflict) {
    if (!error.details) return { formErrors: [texts.refusal(error.code)] }
    return { conflict: { ...error.details, text: texts.refusal(error.code) } }
  }
  if (error instanceof Refused) {
    const text = texts.refusal(error.code, error.values)
    return error.field ? { fieldErrors: { [error.field]: [text] } } : { formErrors: [text] }
  }
  throw error
}
