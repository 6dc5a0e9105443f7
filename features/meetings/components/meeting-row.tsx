import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { DateTime } from '@/components/ui/date-time'
import { ForumMark } from '@/components/ui/forum-mark'
import type { PlainDate } from '@/lib/dates'
import { formatDate, formatTimeRange, formatWeek, type Locale } from '@/lib/format'
import type { MeetingRow as Meeting } from '../queries'
import { MeetingState } from './meeting-state'

type Props = {
  meeting: Meeting
  today: PlainDate
  locale: Locale
  /** Left out where the page is about one forum. */
  showForum?: boolean
}

/** A meeting as one line: when, where, how far, and the way to its minutes. Stands in a `<ul>`. */
export async function MeetingRow({ meeting, today, locale, showForum = false }: Props) {
  const t = await getTranslations('meetings.row')
  const { id, forum, heldOn, startsAt, durationMinutes, place } = meeting
  const thisYear = heldOn.slice(0, 4) === today.slice(0, 4)
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-line py-3 last:border-b-0">
      <div className="min-w-0">
        <Link href={`/meetings/${id}`} prefetch={false} className="hover:underline">
          {showForum && (
            <>
              <ForumMark mark={forum.mark} className="mr-2" />
              <span className="font-semibold">{forum.name}</span>
              {' · '}
            </>
          )}
          <DateTime value={heldOn}>{formatDate(heldOn, locale, thisYear ? 'day' : 'full')}</DateTime>
        </Link>
        <p className="text-sm text-muted wrap-anywhere">
          {t('when', {
            time: formatTimeRange(startsAt, durationMinutes, locale),
            week: formatWeek(heldOn, locale),
          })}
          {place && ` · ${place}`}
        </p>
      </div>
      {meeting.minutesSentAt ? (
        <Link
          href={`/meetings/${id}/minutes`}
          prefetch={false}
          className="inline-flex min-h-6 items-center text-sm text-link hover:underline"
        >
          {t('minutes')}
        </Link>
      ) : (
        <MeetingState state={meeting.state} />
      )}
    </li>
  )
}
