import clsx from 'clsx'
import Link from 'next/link'
import { Table, Td, Th } from '@/components/ui/table'
import { formatDate, type Locale } from '@/lib/format'
import type { Cell, HandoverTable } from '../exports/tables'

/** From so many letters on a column is given room, and its words may break. */
const LONG = 40

export function PartTable({
  table: { name, headings, rows },
  locale,
}: {
  table: HandoverTable
  locale: Locale
}) {
  const isLong = headings.map((_, at) => rows.some((cells) => textOf(cells[at]).length > LONG))
  return (
    <Table label={name}>
      <thead>
        <tr>
          {headings.map((heading) => (
            <Th key={heading}>{heading}</Th>
          ))}
        </tr>
      </thead>
      <tbody className="[&_td]:align-top [&_th]:align-top print:text-xs">
        {rows.map((cells, row) => (
          <tr key={row} className="break-inside-avoid">
            {cells.map((cell, at) => {
              const looks = clsx(
                isLong[at] && 'min-w-56 wrap-anywhere print:min-w-0',
                'date' in cell && 'whitespace-nowrap',
                'print:wrap-anywhere',
              )
              return at === 0 ? (
                <Th key={headings[at]} scope="row" className={looks}>
                  <CellContent cell={cell} locale={locale} />
                </Th>
              ) : (
                <Td key={headings[at]} className={looks}>
                  <CellContent cell={cell} locale={locale} />
                </Td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

const textOf = (cell: Cell | undefined) => (cell && 'text' in cell ? cell.text : '')

function CellContent({ cell, locale }: { cell: Cell; locale: Locale }) {
  if ('date' in cell) return cell.date && formatDate(cell.date, locale, 'numeric')
  if (cell.text === '') return <span className="text-muted">–</span>
  if (!cell.href) return <span className="whitespace-pre-line">{cell.text}</span>
  return (
    <Link href={cell.href} prefetch={false} className="text-link underline">
      {cell.text}
    </Link>
  )
}
