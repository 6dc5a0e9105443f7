import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { countActionItems, listActionItems } from '@/features/action-items/queries/list'
import { isPressing } from '@/features/action-items/rules'
import { HandoverCard } from '@/features/handovers/components/handover-card'
import { HoursToConfirm } from '@/features/hours/components/hours-to-confirm'
import { MeetingRow } from '@/features/meetings/components/meeting-row'
import { listMeetings } from '@/features/meetings/queries'
import { today } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import type { Overview } from '../queries/overview'
import { Development } from './development'
import { ForumsTable } from './forums-table'
import { Matrix } from './matrix'
import { OwnItemsCard } from './own-items-card'
import { PunctualityCard } from './punctuality-card'

type Props = { viewer: Viewer; overview: Overview; now: Date; locale: Locale }

const MEETINGS_SHOWN = 5

export async function DepartmentOverview({ viewer, overview, now, locale }: Props) {
  const t = await getTranslations('overview.expected')
  const day = today(now)
  const items = listActionItems(viewer, { scope: 'mine' }, day).filter(({ state }) => isPressing(state))
  const seated = new Set(
    viewer.windows.filter(({ to }) => to === null || to >= day).map(({ forumId }) => forumId),
  )
  const coming = listMeetings(viewer, { when: 'coming' }, day)
  const expected = seated.size > 0 ? coming.filter(({ forumId }) => seated.has(forumId)) : coming
  return (
    <div className="space-y-6">
      <HoursToConfirm viewer={viewer} today={day} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[1.5fr_1fr]">
        <OwnItemsCard
          items={items}
          party={{ name: viewer.partyName, open: countActionItems(viewer, day).party }}
          today={day}
          locale={locale}
        />
        <Card title={t(seated.size > 0 ? 'title' : 'titleAll')}>
          {expected.length === 0 && <p className="text-muted">{t('none')}</p>}
          <ul>
            {expected.slice(0, MEETINGS_SHOWN).map((meeting) => (
              <MeetingRow key={meeting.id} meeting={meeting} today={day} locale={locale} showForum />
            ))}
          </ul>
        </Card>
      </div>
      {overview.forums.length > 0 && (
        <>
          <ForumsTable viewer={viewer} forums={overview.forums} now={now} locale={locale} />
          <Matrix overview={overview} locale={locale} />
          <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
            <PunctualityCard overview={overview} today={day} locale={locale} />
            <Development viewer={viewer} today={day} locale={locale} />
          </div>
        </>
      )}
      {can.readHandover(viewer, { partyId: viewer.partyId }) && (
        <HandoverCard of={{ partyId: viewer.partyId, name: viewer.partyName }} />
      )}
    </div>
  )
}
