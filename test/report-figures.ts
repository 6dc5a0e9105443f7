import type { Cell, Figure, Report, Table } from '@/features/reports/model'

type Kind = Table['columns'][number]['kind']
/** A figure with its unit, wherever it stands. */
export type Said = { value: Cell['value']; text: string; unit: Kind; of?: number; href?: string }

export const sentenceFigures = ({ sections }: Report): Said[] =>
  sections.flatMap(({ sentences }) =>
    sentences.flat().filter((piece): piece is Figure => typeof piece === 'object'),
  )

export const tablesOf = ({ sections }: Report): Table[] => sections.flatMap(({ tables }) => tables)

export const tableFigures = (table: Table): Said[] =>
  table.rows.flatMap(([, ...cells]) =>
    cells.map((cell, at) => ({ ...cell, unit: table.columns[at + 1]?.kind ?? 'text' })),
  )

/** Every figure of it, in the order in which it is read. */
export const figuresOf = (report: Report): Said[] =>
  report.sections.flatMap((section) => [
    ...sentenceFigures({ ...report, sections: [section] }),
    ...section.tables.flatMap(tableFigures),
  ])
