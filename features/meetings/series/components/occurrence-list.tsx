import { getTranslations } from 'next-intl/server'
import { formatDate, formatTime, formatWeek, type Locale } from '@/lib/format'
import type { Occurrence } from '../queries'

type Props = { occurrences: Occurrence[]; locale: Locale }

/** Each day of the rule, to be kept or left out, with what speaks against it; closed days are left out from the start. */
export async function OccurrenceList({ occurrences, locale }: Props) {
  const [t, holiday] = await Promise.all([getTranslations('series'), getTranslations('series.closed')])
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{t('dates')}</legend>
      <p className="mb-2 max-w-[70ch] text-sm text-muted">{t('datesHint')}</p>
      <ul className="divide-y divide-line border-y border-line">
        {occurrences.map(({ date, past, closed, quiet, clashes }) => {
          const notes = [
            ...(past ? [t('past')] : []),
            ...(closed ? [holiday(closed)] : []),
            ...(quiet ? [t('quiet')] : []),
            ...clashes.map(({ own, forum, people, startsAt }) =>
              own ? t('clashOwn') : t('clash', { forum, people, time: formatTime(startsAt, locale) }),
            ),
          ]
          return (
            <li key={date}>
              <label className="flex min-h-10 items-start gap-3 py-2 max-sm:min-h-11">
                <input
                  type="checkbox"
                  name="dates"
                  value={date}
                  defaultChecked={!closed && !past && !clashes.some(({ own }) => own)}
                  className="mt-0.5 size-5 flex-none accent-brand"
                />
                <span>
                  {formatDate(date, locale, 'full')}{' '}
                  <span className="text-muted">· {formatWeek(date, locale)}</span>
                  {notes.map((note) => (
                    <span key={note} className="block text-sm text-warn">
                      {note}
                    </span>
                  ))}
                </span>
              </label>
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}
