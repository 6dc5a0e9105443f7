import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Table, Td, Th } from '@/components/ui/table'
import { addDays, type PlainDate } from '@/lib/dates'
import type { Viewer } from '@/policy'
import { countOverlaps } from '../queries'

const WAYS = ['merged', 'referred', 'justified', 'not_same'] as const

/** How many were found and settled, and in which way, this year and last year. */
export async function Counts({ viewer, today }: { viewer: Viewer; today: PlainDate }) {
  const t = await getTranslations('overlaps')
  const year = Number(today.slice(0, 4))
  const years = [year, year - 1].map((one) => ({
    year: String(one),
    ...countOverlaps(viewer, `${one}-01-01`, addDays(`${one}-12-31`, 1)),
  }))
  const settled = (ways: (typeof years)[number]['ways']) => WAYS.reduce((sum, way) => sum + ways[way], 0)
  const [now] = years
  return (
    <Card title={t('counts')}>
      {now && (
        <p className="mb-3">
          {t('countSentence', { year: now.year, found: now.found, settled: String(settled(now.ways)) })}
        </p>
      )}
      <Table label={t('counts')}>
        <thead>
          <tr>
            <Th>{t('year')}</Th>
            {years.map((one) => (
              <Th key={one.year} numeric>
                {one.year}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <Th scope="row">{t('found')}</Th>
            {years.map((one) => (
              <Td key={one.year} numeric>
                {one.found}
              </Td>
            ))}
          </tr>
          {WAYS.map((way) => (
            <tr key={way}>
              <Th scope="row">{t(`state.${way}`)}</Th>
              {years.map((one) => (
                <Td key={one.year} numeric>
                  {one.ways[way]}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}
