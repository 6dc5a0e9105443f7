import { translator } from '@/i18n/translator'
import { type Sheet, sheetsAsXlsx } from '@/lib/xlsx'
import type { Cell, Figure, Report, Table, Unit } from '../model'
import { WHOLE } from '../rules'

/** How a spreadsheet shows each unit, and how many of ours make one of its. */
const NUMBERS: Record<Unit, { one: number; format: string }> = {
  count: { one: 1, format: '#,##0' },
  days: { one: 1, format: '#,##0' },
  minutes: { one: 60, format: '#,##0.00' },
  money: { one: 100, format: '#,##0.00' },
  percent: { one: WHOLE, format: '0.0%' },
}

const NAMES = 40
const FIGURES = 16
const WORDS = 90

/** What it is, the figures of its sentences, and a sheet for each table, with numbers one can reckon on. */
export const reportAsXlsx = (report: Report): Promise<Buffer> =>
  sheetsAsXlsx([
    aboutSheet(report),
    sentencesSheet(report),
    ...report.sections.flatMap(({ tables }) => tables.map(tableSheet)),
  ])

function aboutSheet({ locale, title, period, forum, extracted, sections }: Report): Sheet {
  const t = translator(locale, 'reports')
  return {
    name: t('about'),
    columns: [
      { heading: title, width: NAMES },
      { heading: '', width: WORDS },
    ],
    rows: [
      [t('periodLabel'), period],
      [t('forumLabel'), forum],
      [extracted],
      ...sections.flatMap(({ heading, definitions, sources }) =>
        [...definitions, ...sources.map((source) => `${t('source')}: ${source}`)].map((text) => [
          heading,
          text,
        ]),
      ),
    ].map((row) => row.map((text) => ({ text }))),
  }
}

function sentencesSheet({ locale, sections }: Report): Sheet {
  const t = translator(locale, 'reports')
  const rows = sections.flatMap(({ heading, sentences }) =>
    sentences.flatMap((pieces) => {
      const said = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')
      return pieces.flatMap((piece) =>
        typeof piece === 'string'
          ? []
          : [
              [
                { text: heading },
                { text: said },
                numberOf(piece, piece.unit),
                { text: t(`unit.${piece.unit}`) },
              ],
            ],
      )
    }),
  )
  return {
    name: t('figures.sheet'),
    columns: [
      { heading: t('figures.part'), width: NAMES },
      { heading: t('figures.sentence'), width: WORDS },
      { heading: t('figures.figure'), width: FIGURES },
      { heading: t('figures.unit'), width: FIGURES },
    ],
    rows,
  }
}

const tableSheet = ({ title, columns, rows }: Table): Sheet => ({
  name: title,
  columns: columns.map(({ heading }, at) => ({ heading, width: at === 0 ? NAMES : FIGURES })),
  rows: rows.map((row) => row.map((cell, at) => cellOf(cell, columns[at]?.kind ?? 'text'))),
})

function cellOf(cell: Cell, kind: Table['columns'][number]['kind']) {
  if (kind === 'text') return { text: cell.text }
  if (kind === 'date') return { date: typeof cell.value === 'string' ? cell.value : null }
  return numberOf(cell, kind)
}

/** What may not be told exactly stands in words. */
function numberOf({ value, text }: Pick<Figure | Cell, 'value' | 'text'>, unit: Unit) {
  const { one, format } = NUMBERS[unit]
  return typeof value === 'number' ? { number: value / one, format } : { text }
}
