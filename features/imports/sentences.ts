import { translator } from '@/i18n/translator'
import type { Locale } from '@/lib/format'
import type { Fault, ImportReport } from './rules'

/** So many rows or faults are named, and the rest counted. */
const MOST_NAMED = 60

/** Each fault with its place and its remedy. */
export function faultSentences(faults: Fault[], locale: Locale): string[] {
  const t = translator(locale, 'imports')
  const sentences = faults.slice(0, MOST_NAMED).map(({ file, line, column, problem, values }) => {
    const place = line ? (column ? 'place' : 'placeLine') : column ? 'placeColumn' : 'placeFile'
    const where = t(place, { file, line: line ?? 0, column: column ?? '' })
    return `${where}: ${t(`remedies.${problem}` as 'remedies.required', values)}`
  })
  const more = faults.length - sentences.length
  return more > 0 ? [...sentences, t('moreFaults', { count: more })] : sentences
}

/** That nothing was written, and how many faults there are. */
export const refusal = (faults: Fault[], locale: Locale): string =>
  translator(locale, 'imports')('none', { count: faults.length })

/** How it went, how the file was read where it could be read otherwise, and what it no longer names. */
export function reportSentences({ absent, notes = [], ...counts }: ImportReport, locale: Locale): string[] {
  const t = translator(locale, 'imports')
  const { created, changed, unchanged } = counts
  const done = t(created + changed === 0 ? 'unchanged' : 'changed', { created, changed, unchanged })
  const said = notes.map(({ note, values }) => t(`notes.${note}` as 'notes.windowsLetters', values))
  return [done, ...said, ...(absent.length === 0 ? [] : [t('absent', { names: absent.join(', ') })])]
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
