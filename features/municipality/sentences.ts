import { createTranslator } from 'next-intl'
import { da } from '@/i18n/da'
import { en } from '@/i18n/en'
import type { Locale } from '@/lib/format'
import type { ImportReport } from './import'
import type { Fault } from './input'

/** A preview names so many rows, and counts the rest. */
const MOST_NAMED = 60

/** What an import says, to the operator in Danish and to a coordinator in their own language. */
const translator = (locale: Locale) =>
  createTranslator({ locale, messages: locale === 'en' ? (en as unknown as typeof da) : da })

/** Each fault with its place and its remedy. */
export function faultSentences(faults: Fault[], locale: Locale): string[] {
  const t = translator(locale)
  return faults.map(({ file, line, column, problem, values }) => {
    const place = line ? (column ? 'place' : 'placeLine') : column ? 'placeColumn' : 'placeFile'
    const where = t(`imports.${place}`, { file, line: line ?? 0, column: column ?? '' })
    return `${where}: ${t(`imports.remedies.${problem}` as 'imports.remedies.required', values)}`
  })
}

/** That nothing was written, and how many faults there are. */
export const refusal = (faults: Fault[], locale: Locale): string =>
  translator(locale)('imports.none', { count: faults.length })

/** How it went, and what the files no longer name. */
export function reportSentences({ changes: _, absent, ...counts }: ImportReport, locale: Locale): string[] {
  const t = translator(locale)
  const done =
    counts.created + counts.changed === 0 ? t('imports.unchanged', counts) : t('imports.changed', counts)
  return absent.length === 0 ? [done] : [done, t('imports.absent', { names: absent.join(', ') })]
}

/** What would become new and what would change, a line each. */
export function previewLines({ changes }: ImportReport, locale: Locale): string[] {
  const t = translator(locale)
  const lines = changes.slice(0, MOST_NAMED).map(({ how, subject, name }) => {
    const kind = t(`events.subjects.${subject as 'party'}`)
    return `${t(how === 'created' ? 'imports.created' : 'imports.changedRow')}: ${kind} ${name}`
  })
  const more = changes.length - lines.length
  return more > 0 ? [...lines, t('imports.more', { count: more })] : lines
}
