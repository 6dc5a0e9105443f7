import Link from 'next/link'
import type { ReactNode } from 'react'
import { Card } from './card'
import { Empty } from './empty'
import { Table, Td, Th } from './table'

type RegisterRow = {
  id: string
  name: string
  cells: ReactNode[]
  change: { href: string; label: string }
}

type Props = {
  label: string
  columns: string[]
  rows: RegisterRow[]
  empty: string
  changeLabel: string
  /** The form for a new row, or for the one that is being changed. */
  form: { title: string; cancel?: { href: string; label: string }; content: ReactNode }
}

/** A list of named things and the one form that adds to it or changes one of them. */
export function Register({ label, columns, rows, empty, changeLabel, form }: Props) {
  return (
    <div className="space-y-8">
      {rows.length === 0 ? (
        <Empty>{empty}</Empty>
      ) : (
        <Table label={label} className="rounded-card border border-line bg-surface px-5 py-2">
          <thead>
            <tr>
              {columns.map((column) => (
                <Th key={column}>{column}</Th>
              ))}
              <Th>
                <span className="sr-only">{changeLabel}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, cells, change }) => (
              <tr key={id}>
                <Th scope="row" className="font-semibold">
                  {name}
                </Th>
                {cells.map((cell, index) => (
                  <Td key={columns[index + 1]}>{cell}</Td>
                ))}
                <Td className="text-right">
                  <Link
                    href={change.href}
                    prefetch={false}
                    aria-label={change.label}
                    className="inline-flex min-h-8 items-center text-link hover:underline"
                  >
                    {changeLabel}
                  </Link>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <div id="form" className="max-w-[720px] scroll-mt-6">
        <Card
          title={form.title}
          action={
            form.cancel && (
              <Link
                href={form.cancel.href}
                className="inline-flex min-h-6 items-center text-sm text-link hover:underline"
              >
                {form.cancel.label}
              </Link>
            )
          }
        >
          {form.content}
        </Card>
      </div>
    </div>
  )
}
