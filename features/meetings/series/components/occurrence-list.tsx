import { getTranslations } from 'next-intl/server'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { formatDate, formatTime, formatWeek, type Locale } from '@/lib/format'
import type { Occurrence } from '../queries'

type Props = { occurrences: Occurrence[]; locale: Locale }

/** Each day of the rule, to be kept or left out; what nobody would choose is left out from the start. */
export async function OccurrenceList({ occurrences, locale }: Props) {
  const [t, holiday] = await Promise.all([getTranslations('series'), getTranslations('series.closed')])
  const against = ({ past, closed, quiet, clashes }: Occurrence) => [
    ...(past ? [t('past')] : []),
    ...(closed ? [holiday(closed)] : []),
    ...(quiet ? [t('quiet')] : []),
    ...clashes.map(({ own, forum, people, startsAt }) =>
      own ? t('clashOwn') : t('clash', { forum, people, time: formatTime(startsAt, locale) }),
    ),
  ]
  return (
    <CheckboxGroup
      name="dates"
      legend={t('dates')}
      hint={t('datesHint')}
      options={occurrences.map((day) => ({
        value: day.date,
        chosen: !day.closed && !day.past && !day.clashes.some(({ own }) => own),
        label: (
          <>
            {formatDate(day.date, locale, 'full')}{' '}
            <span className="text-muted">· {formatWeek(day.date, locale)}</span>
          </>
        ),
        hint: against(day).join(' ') || undefined,
      }))}
    />
  )
}
