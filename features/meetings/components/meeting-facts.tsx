import { getTranslations } from 'next-intl/server'
import { DateTime } from '@/components/ui/date-time'
import { formatTimeRange, formatWeek, type Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import type { MeetingDetail } from '../queries'

type Props = { meeting: MeetingDetail; viewer: Viewer; locale: Locale }

/** Time, week and place; its number and the case number for the municipality. */
export async function MeetingFacts({ meeting, viewer, locale }: Props) {
  const t = await getTranslations('meetings')
  const { id, heldOn, startsAt, durationMinutes, place, link, number, year, sagsnr, dokumentnr } = meeting
  const filed = [
    t('number', { number: String(number), year: String(year) }),
    ...(sagsnr ? [`${t('field.sagsnr')} ${sagsnr}`] : []),
    ...(dokumentnr ? [`${t('field.dokumentnr')} ${dokumentnr}`] : []),
  ]
  return (
    <div className="mt-1">
      <p>
        <DateTime value={`${heldOn}T${startsAt}`}>
          {t('when', {
            time: formatTimeRange(startsAt, durationMinutes, locale),
            week: formatWeek(heldOn, locale),
          })}
        </DateTime>
      </p>
      <p className="text-muted wrap-anywhere">{place || (link ? '' : t('noPlace'))}</p>
      {link && (
        <a
          href={link}
          rel="noreferrer"
          className="inline-flex min-h-6 items-center text-link hover:underline"
        >
          {t('online')}
        </a>
      )}
      <a
        href={`/meetings/${id}/calendar.ics`}
        className="no-print inline-flex min-h-6 items-center text-sm text-link hover:underline"
      >
        {t('calendar')}
      </a>
      {can.seeAccounts(viewer) && <p className="mt-1 text-sm text-muted">{filed.join(' · ')}</p>}
    </div>
  )
}
