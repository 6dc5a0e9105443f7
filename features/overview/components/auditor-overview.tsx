import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { MeetingRow } from '@/features/meetings/components/meeting-row'
import { listMeetings } from '@/features/meetings/queries'
import { today } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import type { Overview } from '../queries/overview'
import { Development } from './development'
import { ForumsTable } from './forums-table'

type Props = { viewer: Viewer; overview: Overview; now: Date; locale: Locale }

const MINUTES_SHOWN = 12

export async function AuditorOverview({ viewer, overview, now, locale }: Props) {
  const t = await getTranslations('overview.minutes')
  const day = today(now)
  const approved = listMeetings(viewer, { when: 'past', limit: 4 * MINUTES_SHOWN }, day)
    .filter(({ state }) => state === 'closed')
    .slice(0, MINUTES_SHOWN)
  return (
    <div className="space-y-6">
      <ForumsTable viewer={viewer} forums={overview.forums} now={now} locale={locale} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <Development viewer={viewer} today={day} locale={locale} />
      </div>
      <Card title={t('titleApproved')}>
        {approved.length === 0 && <p className="text-muted">{t('none')}</p>}
        <ul>
          {approved.map((meeting) => (
            <MeetingRow key={meeting.id} meeting={meeting} today={day} locale={locale} showForum />
          ))}
        </ul>
      </Card>
    </div>
  )
}
