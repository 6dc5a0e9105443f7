import clsx from 'clsx'
import { getTranslations } from 'next-intl/server'
import { DateTime } from '@/components/ui/date-time'
import { daysBetween, type PlainDate, weekOf } from '@/lib/dates'
import { formatDate, formatWeek, type Locale, relativeDays } from '@/lib/format'
import type { ListedActionItem } from '../queries/row'
import { daysLate } from '../rules'

type Props = {
  item: Pick<ListedActionItem, 'dueOn' | 'state'>
  today: PlainDate
  locale: Locale
  className?: string
}

const SOON_DAYS = 7

/** The due day, and under it how far away it is, as far as one counts in days. */
export async function DueDate({ item, today, locale, className }: Props) {
  const t = await getTranslations('actionItems.due')
  const late = daysLate(item, today)
  return (
    <DateTime value={item.dueOn} className={clsx('text-sm', late ? 'text-bad' : 'text-muted', className)}>
      <span className="block whitespace-nowrap">{formatDate(item.dueOn, locale, 'short')}</span>
      <span className="block whitespace-nowrap">{late ? t('daysLate', { days: late }) : distance()}</span>
    </DateTime>
  )

  function distance(): string {
    if (Math.abs(daysBetween(today, item.dueOn)) <= SOON_DAYS) return relativeDays(item.dueOn, today, locale)
    const { year } = weekOf(item.dueOn)
    const week = formatWeek(item.dueOn, locale)
    return year === weekOf(today).year ? week : t('weekOfYear', { week, year: String(year) })
  }
}
