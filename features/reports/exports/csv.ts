import { translator } from '@/i18n/translator'
import { csv } from '@/lib/csv'
import type { Report } from '../model'

/**
 * One figure a line: where it stands, as it is printed, and as a whole number to reckon on (minutes, øre, hundredths of
 * a per cent), with what a percentage is of.
 */
export function reportAsCsv({ locale, title, period, forum, extracted, sections }: Report): string {
  const t = translator(locale, 'reports')
  const lines = sections.flatMap(({ heading, sentences, tables }) => [
    ...sentences.flatMap((pieces) => {
      const said = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')
      return pieces.flatMap((piece) =>
        typeof piece === 'string'
          ? []
          : [[heading, said, '', '', piece.text, piece.value, t(`whole.${piece.unit}`), piece.of ?? null]],
      )
    }),
    ...tables.flatMap(({ title: table, columns, rows }) =>
      rows.flatMap(([name, ...cells]) =>
        cells.map(({ value, text, of }, at) => {
          const { heading: column = '', kind = 'text' } = columns[at + 1] ?? {}
          const unit = kind === 'text' || kind === 'date' ? '' : t(`whole.${kind}`)
          return [heading, table, name?.text ?? '', column, text, value, unit, of ?? null]
        }),
      ),
    ),
  ])
  const about = [title, period, forum, extracted]
  return csv([
    ['part', 'where', 'row', 'column', 'figure', 'whole', 'unit', 'of']
      .map((key) => t(`csv.${key as 'part'}`))
      .concat(about),
    ...lines,
  ])
}
