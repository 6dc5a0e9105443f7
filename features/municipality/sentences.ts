import { translator } from '@/i18n/translator'
import type { Locale } from '@/lib/format'
import type { ImportReport } from './import'
import type { Fault } from './input'

/** A preview names so many rows, and counts the rest. */
const MOST_NAMED = 60

/** Each fault with its place and its remedy. */
export function faultSentences(faults: Fault[], locale: Locale): string[] {
  const t = translator(locale, 'imports')
  return faults.map(({ file, line, column, problem, values }) => {
    const place = line ? (column ? 'place' : 'placeLine') : column ? 'placeColumn' : 'placeFile'
    const where = t(place, { file, line: line ?? 0, column: column ?? '' })
    return `${where}: ${t(`remedies.${problem}` as 'remedies.required', values)}`
  })
}

/** That nothing was written, and how many faults there are. */
export const refusal = (faults: Fault[], locale: Locale): string =>
  translator(locale, 'imports')('none', { count: faults.length })

/** How it went, and what the files no longer name. */
export function reportSentences({ changes: _, absent, ...counts }: ImportReport, locale: Locale): string[] {
  const t = translator(locale, 'imports')
  const done = counts.created + counts.changed === 0 ? t('unchanged', counts) : t('changed', counts)
  return absent.length === 0 ? [done] : [done, t('absent', { names: absent.join(', ') })]
}

/** What would become new and what would change, a line each. */
export function previewLines({ changes }: ImportReport, locale: Locale): string[] {
  const t = translator(locale, 'imports')
  const subjects = translator(locale, 'events.subjects')
  const lines = changes.slice(0, MOST_NAMED).map(({ how, subject, name }) => {
    const kind = subjects(subject as 'party')
    return `${t(how === 'created' ? 'created' : 'changedRow')}: ${kind} ${name}`
  })
  const more = changes.length - lines.length
  return more > 0 ? [...lines, t('more', { count: more })] : lines
}
