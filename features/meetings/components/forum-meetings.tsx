import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { MoreLink } from '@/components/ui/more-link'
import type { PlainDate } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import { listMeetings, type MeetingRow as Meeting } from '../queries'
import { MeetingRow } from './meeting-row'

const PAST_SHOWN = 6

type Props = { forum: { slug: string }; viewer: Viewer; today: PlainDate; locale: Locale }

/** The meetings a forum is going to hold. */
export async function ComingMeetings({ forum, viewer, today, locale }: Props) {
  const t = await getTranslations('forums.meetings')
  const meetings = listMeetings(viewer, { forum: forum.slug, when: 'coming' }, today)
  return (
    <Card title={t('coming')}>
      <Rows {...{ meetings, today, locale }} none={t('noneComing')} />
    </Card>
  )
}

/** The newest it held, and the way to all of them. */
export async function PastMeetings({ forum, viewer, today, locale }: Props) {
  const t = await getTranslations('forums.meetings')
  const meetings = listMeetings(viewer, { forum: forum.slug, when: 'past', limit: PAST_SHOWN }, today)
  return (
    <Card title={t('past')}>
      <Rows {...{ meetings, today, locale }} none={t('nonePast')} />
      <MoreLink href={`/meetings?when=past&forum=${forum.slug}`}>{t('all')}</MoreLink>
    </Card>
  )
}

type RowsProps = Pick<Props, 'today' | 'locale'> & { meetings: Meeting[]; none: string }

const Rows = ({ meetings, none, today, locale }: RowsProps) =>
  meetings.length === 0 ? (
    <p className="text-muted">{none}</p>
  ) : (
    <ul>
      {meetings.map((meeting) => (
        <MeetingRow key={meeting.id} meeting={meeting} today={today} locale={locale} />
      ))}
    </ul>
  )
