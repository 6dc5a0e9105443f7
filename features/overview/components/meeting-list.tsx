import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { DateTime } from '@/components/ui/date-time'
import { ForumMark } from '@/components/ui/forum-mark'
import { Tag } from '@/components/ui/tag'
import type { MeetingRow } from '@/features/meetings/queries'
import { isBeforeHeld } from '@/features/meetings/rules'
import type { PlainDate } from '@/lib/dates'
import { formatDate, formatTimeRange, formatWeek, type Locale } from '@/lib/format'

type Props = {
  meetings: MeetingRow[]
  locale: Locale
  today: PlainDate
  /** Left out where the page is about one forum. */
  showForum?: boolean
}

/** Meetings as lines: when, where, how far, and the way to the minutes. */
export async function MeetingList({ meetings, locale, today, showForum }: Props) {
  const t = await getTranslations('overview')
  return (
    <ul>
      {meetings.map((meeting) => (
        <li
          key={meeting.id}
          className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-line py-2.5 last:border-b-0"
        >
          <span>
            <Link href={`/meetings/${meeting.id}`} prefetch={false} className="text-link hover:underline">
              <DateTime value={meeting.heldOn}>
                {formatDate(meeting.heldOn, locale, isThisYear(meeting.heldOn, today) ? 'day' : 'long')}
              </DateTime>
            </Link>
            <span className="block text-sm text-muted">
              {showForum && (
                <>
                  <ForumMark mark={meeting.forum.mark} className="mr-1.5" />
                  {`${meeting.forum.name} · `}
                </>
              )}
              {isBeforeHeld(meeting.state) &&
                `${formatTimeRange(meeting.startsAt, meeting.durationMinutes, locale)} · `}
              {formatWeek(meeting.heldOn, locale)}
              {isBeforeHeld(meeting.state) && meeting.place && ` · ${meeting.place}`}
            </span>
          </span>
          {meeting.minutesSentAt ? (
            <Link
              href={`/meetings/${meeting.id}/minutes`}
              prefetch={false}
              className="text-sm text-link hover:underline"
            >
              {t('minutesLink')}
            </Link>
          ) : (
            <Tag tone={meeting.state === 'agenda_sent' ? 'ok' : 'plain'}>
              {t(`meetingState.${meeting.state}`)}
            </Tag>
          )}
        </li>
      ))}
    </ul>
  )
}

const isThisYear = (date: PlainDate, today: PlainDate) => date.slice(0, 4) === today.slice(0, 4)
