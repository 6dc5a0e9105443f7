import { translator } from '@/i18n/translator'
import { type PlainDate, plainDateOf } from '@/lib/dates'
import { formatDate, formatInstant, type Locale } from '@/lib/format'
import type { Block, Paper } from '@/lib/paper'
import type { Viewer } from '@/policy'
import type { Handover } from '../queries/handover'
import { type Cell, cellText, type HandoverTable } from './tables'

/** The whole of it to read from the first page to the last: every row of every table, its columns in words. */
export function handoverDocument(
  handover: Handover,
  tables: HandoverTable[],
  { viewer, locale, now }: { viewer: Viewer; locale: Locale; now: Date },
): Paper {
  const t = translator(locale, 'handovers')
  const long = (date: PlainDate) => formatDate(date, locale, 'long')
  const sentence = (headings: string[], [, ...cells]: Cell[]) =>
    cells
      .map((cell, index) => ({ heading: headings[index + 1], text: cellText(cell, long) }))
      .filter(({ text }) => text !== '')
      .map(({ heading, text }) => `${heading}: ${text}`)
      .join(' · ')
  return {
    title: t('documentTitle', { name: handover.shortName, date: plainDateOf(now) }),
    language: locale,
    blocks: [
      { kind: 'heading', level: 1, text: t('heading', { name: handover.name }) },
      {
        kind: 'paragraph',
        quiet: true,
        text: t('made', { when: formatInstant(now, locale), by: viewer.name }),
      },
      ...tables.flatMap(({ name, headings, rows }): Block[] => [
        { kind: 'heading', level: 2, text: `${name} (${rows.length})` },
        ...(rows.length === 0 ? [{ kind: 'paragraph' as const, text: t('none') }] : []),
        ...rows.map(
          (row): Block => ({
            kind: 'entry',
            label: row[0] ? cellText(row[0], long) : '',
            text: sentence(headings, row),
          }),
        ),
      ]),
    ],
  }
}
