import { getTranslations } from 'next-intl/server'
import { Table, Td, Th } from '@/components/ui/table'
import type { PlainDate } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import type { HourAccount } from '../queries/accounts'
import { figuresOf, isOver, QUARTERS } from '../rules'
import { HourFigure } from './hour-figure'

type Row = { id: string; name: string; accounts: HourAccount[] }
type Props = {
  label: string
  first: string
  rows: Row[]
  year: number
  today: PlainDate
  locale: Locale
  /** What a figure was counted from. */
  hrefOf: (row: Row, quarter?: number) => string
}

/** Delivered of promised by quarter and in the year; each figure opens what it was counted from. */
export async function HoursTable({ label, first, rows, year, today, locale, hrefOf }: Props) {
  const t = await getTranslations('hours')
  const heading = (quarter: number) => t('quarter', { quarter: String(quarter) })
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>{first}</Th>
          {QUARTERS.map((quarter) => (
            <Th key={quarter} numeric>
              {heading(quarter)}
              {!isOver({ year, quarter }, today) && (
                <span className="block font-normal">{t('unfinished')}</span>
              )}
            </Th>
          ))}
          <Th numeric>{t('total')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Th scope="row" className="min-w-36">
              {row.name}
            </Th>
            {QUARTERS.map((quarter) => (
              <Td key={quarter} numeric className="align-top">
                <HourFigure
                  figures={figuresOf(ofQuarter(row.accounts, quarter))}
                  href={hrefOf(row, quarter)}
                  locale={locale}
                />
              </Td>
            ))}
            <Td numeric className="align-top">
              <HourFigure figures={figuresOf(row.accounts)} href={hrefOf(row)} locale={locale} />
            </Td>
          </tr>
        ))}
      </tbody>
      {rows.length > 1 && <Sums rows={rows} locale={locale} total={t('total')} />}
    </Table>
  )
}

function Sums({ rows, locale, total }: { rows: Row[]; locale: Locale; total: string }) {
  const all = rows.flatMap(({ accounts }) => accounts)
  return (
    <tfoot>
      <tr>
        <Th scope="row">
          <strong>{total}</strong>
        </Th>
        {[...QUARTERS.map((quarter) => ofQuarter(all, quarter)), all].map((accounts, index) => (
          <Td key={QUARTERS[index] ?? 'total'} numeric className="align-top">
            <HourFigure figures={figuresOf(accounts)} locale={locale} strong />
          </Td>
        ))}
      </tr>
    </tfoot>
  )
}

const ofQuarter = (accounts: HourAccount[], wanted: number) =>
  accounts.filter(({ quarter }) => quarter === wanted)
