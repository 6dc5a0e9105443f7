import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Table, Td, Th } from '@/components/ui/table'
import { formatHours, type Locale } from '@/lib/format'
import type { Given } from '../queries/given'
import { byQuarter, QUARTERS, totalOf } from '../rules'

type Row = { id: string; name: string; given: Given[] }
type Props = {
  label: string
  first: string
  rows: Row[]
  locale: Locale
  /** What a figure was counted from. */
  hrefOf: (row: Row, quarter?: number) => string
}

/** Hours by quarter; each figure opens what it was counted from. */
export async function HoursTable({ label, first, rows, locale, hrefOf }: Props) {
  const t = await getTranslations('hours')
  const figure = (row: Row, minutes: number, quarter?: number) =>
    minutes === 0 ? (
      <span className="text-muted">–</span>
    ) : (
      <Link
        href={hrefOf(row, quarter)}
        prefetch={false}
        className="inline-flex min-h-6 items-center whitespace-nowrap text-link hover:underline"
      >
        {formatHours(minutes, locale)}
      </Link>
    )
  const all = rows.flatMap(({ given }) => given)
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>{first}</Th>
          {QUARTERS.map((quarter) => (
            <Th key={quarter} numeric>
              {t('quarter', { quarter })}
            </Th>
          ))}
          <Th numeric>{t('total')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Th scope="row">{row.name}</Th>
            {byQuarter(row.given).map((minutes, index) => (
              <Td key={QUARTERS[index]} numeric>
                {figure(row, minutes, QUARTERS[index])}
              </Td>
            ))}
            <Td numeric>{figure(row, totalOf(row.given))}</Td>
          </tr>
        ))}
      </tbody>
      {rows.length > 1 && (
        <tfoot>
          <tr>
            <Th scope="row">
              <strong>{t('total')}</strong>
            </Th>
            {[...byQuarter(all), totalOf(all)].map((minutes, index) => (
              <Td key={QUARTERS[index] ?? 'total'} numeric>
                <strong className="whitespace-nowrap">{formatHours(minutes, locale)}</strong>
              </Td>
            ))}
          </tr>
        </tfoot>
      )}
    </Table>
  )
}
