import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import { ForumMark, forumAccent } from '@/components/ui/forum-mark'
import { StartMeeting } from '@/features/meetings/minutes/components/start-meeting'
import { instantOf, type PlainDate, today } from '@/lib/dates'
import {
  formatList,
  formatMinutes,
  formatTime,
  formatTimeRange,
  type Locale,
  relativeDays,
} from '@/lib/format'
import type { ForumState } from '../queries/overview'
import { missedInARow } from '../rules'
import { whenOf } from './when'

type Props = { state: ForumState | null; now: Date; locale: Locale }

/** So many meetings in a row without a department are worth a word before the next. */
const MISSED_OFTEN = 3

/** The convener's next meeting, how far away it is, and the way into it. */
export async function NextMeetingCard({ state, now, locale }: Props) {
  const t = await getTranslations('overview.next')
  if (!state?.next) {
    return (
      <Card title={t('title')}>
        <p className="mb-4 text-muted">{t('none')}</p>
        <ButtonLink href="/meetings/new" variant="primary">
          {t('plan')}
        </ButtonLink>
      </Card>
    )
  }
  const { forum, next, departments } = state
  const isToday = next.heldOn === today(now)
  const away = departments.filter(
    ({ meetings }) => missedInARow(meetings.map(({ presence }) => presence)) >= MISSED_OFTEN,
  )
  return (
    <Card title={t('title')} accent={forumAccent(forum.mark)}>
      <div className="flex flex-wrap justify-between gap-x-4 gap-y-2">
        <div>
          <h3 className="text-xl font-semibold">
            <ForumMark mark={forum.mark} className="mr-2" />
            {forum.name}
          </h3>
          <p className="mt-1">
            <DateTime value={next.heldOn}>
              {
                await whenOf(
                  next.heldOn,
                  formatTimeRange(next.startsAt, next.durationMinutes, locale),
                  now,
                  locale,
                )
              }
            </DateTime>
            {next.place && <span className="text-muted"> · {next.place}</span>}
          </p>
        </div>
        <Distance next={next} now={now} locale={locale} />
      </div>
      <p className="my-4 text-sm text-muted">
        {[
          t('items', { count: next.items }),
          next.items > 0 &&
            t('minutes', { planned: String(next.minutes), available: String(next.durationMinutes) }),
        ]
          .filter(Boolean)
          .join(', ')}
        {away.length > 0 && (
          <span className="text-warn">
            {' · '}
            {t('missed', {
              names: formatList(
                away.map(({ department }) => department.shortName),
                locale,
              ),
              count: MISSED_OFTEN,
            })}
          </span>
        )}
      </p>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        {next.startedAt ? (
          <ButtonLink href={`/meetings/${next.id}/workspace`} variant="primary">
            {t('continue')}
          </ButtonLink>
        ) : (
          isToday && (
            <StartMeeting meetingId={next.id} variant="primary">
              {t('start')}
            </StartMeeting>
          )
        )}
        <ButtonLink
          href={next.agenda === 'sent' ? `/meetings/${next.id}` : `/meetings/${next.id}/agenda`}
          variant={isToday || next.startedAt || next.agenda === 'sent' ? 'quiet' : 'primary'}
        >
          {t(next.agenda === 'sent' ? 'agenda' : 'writeAgenda')}
        </ButtonLink>
      </div>
    </Card>
  )
}

type Next = NonNullable<ForumState['next']>

async function Distance({ next, now, locale }: { next: Next; now: Date; locale: Locale }) {
  const t = await getTranslations('overview.next')
  const day: PlainDate = today(now)
  const minutes = Math.round((instantOf(next.heldOn, next.startsAt).getTime() - now.getTime()) / 60_000)
  const [distance, explained] =
    next.heldOn !== day
      ? [relativeDays(next.heldOn, day, locale), null]
      : minutes > 0
        ? [formatMinutes(minutes, locale), t('untilStart')]
        : [t('underWay'), t('begun', { time: formatTime(next.startsAt, locale) })]
  return (
    <p className="sm:text-right">
      <span className="block text-2xl font-semibold">{distance}</span>
      {explained && <span className="text-sm text-muted">{explained}</span>}
    </p>
  )
}
