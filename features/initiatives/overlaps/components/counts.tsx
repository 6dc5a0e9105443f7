import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DayChoice } from '@/components/ui/choices'
import { Table, Td, Th } from '@/components/ui/table'
import { addDays, type PlainDate } from '@/lib/dates'
import { formatPeriod, type Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import type { CountAddress } from '../input'
import { countByQuarter, countOverlaps } from '../queries/count'
import { QuarterBars } from './quarter-bars'

const WAYS = ['merged', 'referred', 'justified', 'not_same'] as const

type Props = { viewer: Viewer; address: CountAddress; today: PlainDate; locale: Locale }

/** How many were found and settled, and in which way: from one chosen day to another, else this year so far. */
export async function Counts({ viewer, address, today, locale }: Props) {
  const t = await getTranslations('overlaps')
  const from = address.from ?? `${(address.to ?? today).slice(0, 4)}-01-01`
  const to = address.to ?? (from > today ? from : today)
  const { found, ways } = countOverlaps(viewer, from, addDays(to, 1))
  const settled = WAYS.reduce((sum, way) => sum + ways[way], 0)
  return (
    <Card title={t('counts')}>
      <p className="mb-3">
        {t('countSentence', { period: formatPeriod(from, to, locale), found, settled: String(settled) })}
      </p>
      <form method="get" action="/overlaps" className="no-print mb-4 flex flex-wrap items-end gap-3 text-sm">
        <DayChoice name="from" label={t('from')} chosen={from} />
        <DayChoice name="to" label={t('to')} chosen={to} />
        <Button className="text-sm">{t('count')}</Button>
      </form>
      <Table label={t('counts')}>
        <thead>
          <tr>
            <Th>{t('outcome')}</Th>
            <Th numeric>{t('number')}</Th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <Th scope="row">{t('found')}</Th>
            <Td numeric>{found}</Td>
          </tr>
          {WAYS.map((way) => (
            <tr key={way}>
              <Th scope="row">{t(`state.${way}`)}</Th>
              <Td numeric>{ways[way]}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <QuarterBars quarters={countByQuarter(viewer, today)} />
    </Card>
  )
}
