import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { type Choice, Choices, DayChoice } from '@/components/ui/choices'
import type { PlainDate } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'

type Props = { forum?: string; forums: Choice[]; day: PlainDate; today: PlainDate; locale: Locale }

export async function SeatFilterForm({ forum, forums, day, today, locale }: Props) {
  const t = await getTranslations('seats')
  return (
    <>
      <form
        method="get"
        action="/admin/seats"
        className="mb-6 flex flex-wrap items-end gap-x-4 gap-y-3 text-sm"
      >
        <Choices
          name="forum"
          label={t('filter.forum')}
          chosen={forum}
          choices={[{ value: '', label: t('filter.allForums') }, ...forums]}
        />
        <DayChoice name="on" label={t('filter.on')} chosen={day} />
        <Button className="text-sm">{t('filter.apply')}</Button>
      </form>
      {day !== today && (
        <p className="mb-4">
          {t('onDay', { date: formatDate(day, locale, 'long') })}{' '}
          <Link href={forum ? `/admin/seats?forum=${forum}` : '/admin/seats'} className="text-link underline">
            {t('toToday')}
          </Link>
        </p>
      )}
    </>
  )
}
