import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { DateTime } from '@/components/ui/date-time'
import { Empty } from '@/components/ui/empty'
import { ForumMark } from '@/components/ui/forum-mark'
import { AgendaReading } from '@/features/meetings/agenda/components/agenda-reading'
import { agendaStatus } from '@/features/meetings/agenda/components/agenda-status'
import { listAgenda } from '@/features/meetings/agenda/queries'
import type { MeetingRow } from '@/features/meetings/queries'
import { formatTimeRange, formatWeek, type Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import { whenOf } from './when'

type Props = { viewer: Viewer; meeting: MeetingRow | null; now: Date; locale: Locale }

/** The next agenda, opened, with one's own items marked. */
export async function NextAgenda({ viewer, meeting, now, locale }: Props) {
  const t = await getTranslations('overview.agenda')
  if (!meeting) {
    return (
      <section>
        <h2 className="mb-3 text-sm font-semibold text-muted">{t('title')}</h2>
        <Empty>{t('none')}</Empty>
      </section>
    )
  }
  const entries = listAgenda(viewer, meeting.id)
  const time = formatTimeRange(meeting.startsAt, meeting.durationMinutes, locale)
  const status = await agendaStatus(meeting, entries, locale)
  return (
    <section>
      <h2 className="mb-1 text-sm font-semibold text-muted">{t('title')}</h2>
      <p className="text-xl font-semibold">
        <ForumMark mark={meeting.forum.mark} className="mr-2" />
        <Link href={`/meetings/${meeting.id}`} prefetch={false} className="hover:underline">
          {meeting.forum.name}
        </Link>
      </p>
      <p className="mt-1">
        <DateTime value={meeting.heldOn}>{await whenOf(meeting.heldOn, time, now, locale)}</DateTime> ·{' '}
        {formatWeek(meeting.heldOn, locale)}
      </p>
      {meeting.place && <p className="text-muted">{meeting.place}</p>}
      <p className="mt-3 mb-2 text-sm text-muted">{status.join(' ')}</p>
      <AgendaReading entries={entries} locale={locale} />
      <p className="mt-4">
        <ButtonLink href={`/meetings/${meeting.id}`}>{t('open')}</ButtonLink>
      </p>
    </section>
  )
}
