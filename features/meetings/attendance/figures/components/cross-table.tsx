import type { ReactNode } from 'react'
import { Table, Td, Th } from '@/components/ui/table'
import type { Locale } from '@/lib/format'
import { type Attended, tally } from '../rules'
import { Figure } from './figure'

/** `name` is read aloud, `shown` is what stands there. */
export type Heading = { key: string; name: string; shown?: ReactNode; filter: Record<string, string> }

type Props = {
  label: string
  corner: string
  total: string
  rows: Heading[]
  columns: Heading[]
  rowOf: (attended: Attended) => string
  columnOf: (attended: Attended) => string
  attended: Attended[]
  /** The meetings a figure was counted from. */
  rowsAt: (filter: Record<string, string>) => string
  locale: Locale
}

/** Attendance cut two ways, with the sum of each row and column: all of them add up to the last figure. */
export function CrossTable(props: Props) {
  const { label, corner, total, rows, columns, rowOf, columnOf, attended, rowsAt, locale } = props
  const byRow = Map.groupBy(attended, rowOf)
  const byColumn = Map.groupBy(attended, columnOf)
  const all: Heading = { key: '', name: total, filter: {} }
  const figure = (some: Attended[], row: Heading, column: Heading) => (
    <Figure
      of={tally(some)}
      href={rowsAt({ ...row.filter, ...column.filter })}
      row={row.name}
      column={column.name}
      locale={locale}
    />
  )
  const line = (row: Heading, own: Attended[], last = false) => (
    <tr key={row.key}>
      <Th scope="row" className={`sticky left-0 bg-surface whitespace-nowrap ${last ? 'font-semibold' : ''}`}>
        {row.shown ?? row.name}
      </Th>
      {columns.map((column) => (
        <Td key={column.key} numeric>
          {figure(
            last ? (byColumn.get(column.key) ?? []) : own.filter((one) => columnOf(one) === column.key),
            row,
            column,
          )}
        </Td>
      ))}
      {columns.length > 1 && (
        <Td numeric className="font-semibold">
          {figure(own, row, all)}
        </Td>
      )}
    </tr>
  )
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th className="sticky left-0 bg-surface">{corner}</Th>
          {columns.map(({ key, name, shown }) => (
            <Th key={key} numeric className="whitespace-nowrap">
              {shown ?? name}
            </Th>
          ))}
          {columns.length > 1 && <Th numeric>{total}</Th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => line(row, byRow.get(row.key) ?? []))}
        {rows.length > 1 && line(all, attended, true)}
      </tbody>
    </Table>
  )
}
