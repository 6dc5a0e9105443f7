import { translator } from '@/i18n/translator'
import { appUrl } from '@/lib/env'
import type { Block, Paper, PaperTable, Run } from '@/lib/paper'
import type { Chart, Report, Section, Table } from '../model'

/** The report as a paper; what leads to rows leads to them from anywhere. */
export function reportAsPaper(report: Report): Paper {
  const t = translator(report.locale, 'reports')
  return {
    title: report.title,
    language: report.locale,
    blocks: [
      { kind: 'heading', level: 1, text: report.title },
      { kind: 'paragraph', quiet: true, text: `${report.forum} · ${report.extracted}` },
      ...report.sections.flatMap(sectionAsBlocks),
      { kind: 'heading', level: 2, text: t('ending') },
      ...report.sections.flatMap(({ heading, definitions, sources }): Block[] => [
        { kind: 'heading', level: 3, text: heading },
        ...definitions.map((text): Block => ({ kind: 'paragraph', text })),
        ...sources.map((text): Block => ({ kind: 'entry', label: t('source'), text })),
      ]),
    ],
  }
}

const sectionAsBlocks = ({ heading, sentences, chart, tables }: Section): Block[] => [
  { kind: 'heading', level: 2, text: heading },
  {
    kind: 'paragraph',
    text: sentences.flatMap((pieces, at) => (at === 0 ? pieces : [' ', ...pieces])).map(asRun),
  },
  ...(chart ? [{ kind: 'heading', level: 3, text: chart.title } as const, chartAsBlock(chart)] : []),
  ...tables.flatMap((table): Block[] => [
    { kind: 'heading', level: 3, text: table.title },
    { kind: 'table', table: asPaperTable(table) },
  ]),
]

const asRun = (piece: Section['sentences'][number][number]): Run =>
  typeof piece === 'string'
    ? piece
    : piece.href
      ? { text: piece.text, href: absolute(piece.href) }
      : piece.text

const absolute = (href: string) => new URL(href, appUrl()).href

const asPaperTable = ({ columns, rows, hasTotal }: Table): PaperTable => ({
  hasTotal,
  columns: columns.map(({ heading, kind }) => ({ heading, numeric: kind !== 'text' && kind !== 'date' })),
  rows: rows.map((row) => row.map(({ text, href }) => ({ text, ...(href && { href: absolute(href) }) }))),
})

const chartAsBlock = (chart: Chart): Block => ({ kind: 'chart', alt: chartInWords(chart), chart })

/** For who does not see it: what it is of, and every bar. */
export function chartInWords({ title, series, bars }: Chart): string {
  const said = bars.map(({ label, values }) => {
    const each = values.map(({ text }, at) =>
      series.length > 1 ? `${series[at]?.label ?? ''} ${text}` : text,
    )
    return `${label}: ${each.join(', ')}`
  })
  return `${title}. ${said.join('; ')}.`
}
