import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { type PlainDate, quarterOf } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import type { AttendanceFigures } from '../queries'
import { daysOf, periodOf } from '../rules'
import { CrossTable } from './cross-table'

type Props = {
  by: 'quarter' | 'year'
  /** The days asked for: a quarter that is cut by them opens no meeting outside them. */
  from: PlainDate
  to: PlainDate
  figures: AttendanceFigures
  rowsAt: (filter: Record<string, string>) => string
  locale: Locale
}

/** Quarters or years × departments, oldest first. */
export async function ByPeriod({ by, from, to, figures, rowsAt, locale }: Props) {
  const t = await getTranslations('attendance')
  const byPeriod = Map.groupBy(figures.rows, (row) => periodOf(by, row))
  const periods = [...byPeriod].map(([key, [first]]) => {
    const heldOn = first?.heldOn ?? from
    const { year, quarter } = quarterOf(heldOn)
    const days = daysOf(by, heldOn)
    return {
      key,
      name: by === 'year' ? String(year) : t('quarter', { quarter: String(quarter), year: String(year) }),
      filter: { from: days.from < from ? from : days.from, to: days.to > to ? to : days.to },
    }
  })
  return (
    <Card title={t(`byPeriod.${by}`)}>
      <CrossTable
        label={t(`byPeriod.${by}`)}
        corner={t(`columns.${by}`)}
        total={t('total')}
        rows={periods}
        columns={figures.departments.map(({ id, shortName }) => ({
          key: id,
          name: shortName,
          filter: { department: id },
        }))}
        rowOf={(row) => periodOf(by, row)}
        columnOf={({ partyId }) => partyId}
        attended={figures.rows}
        rowsAt={rowsAt}
        locale={locale}
      />
    </Card>
  )
}
