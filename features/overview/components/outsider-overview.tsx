import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { countActionItems, listActionItems } from '@/features/action-items/queries/list'
import { isPressing } from '@/features/action-items/rules'
import { OwnEnquiries } from '@/features/enquiries/components/own-enquiries'
import { OpenOverlaps } from '@/features/initiatives/overlaps/components/open-overlaps'
import { MeetingRow } from '@/features/meetings/components/meeting-row'
import { listMeetings, nextMeeting } from '@/features/meetings/queries'
import { EndingPlans } from '@/features/plans/components/ending-plans'
import { localTime, today } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import { NextAgenda } from './next-agenda'
import { OwnItemsCard } from './own-items-card'

type Props = { viewer: Viewer; now: Date; locale: Locale }

const MINUTES_SHOWN = 6

/** The next agenda at once; beside it what was agreed before, and what one has promised. */
export async function OutsiderOverview({ viewer, now, locale }: Props) {
  const t = await getTranslations('overview.minutes')
  const day = today(now)
  const items = listActionItems(viewer, { scope: 'party' }, day).filter(({ state }) => isPressing(state))
  const sent = listMeetings(viewer, { when: 'past', limit: 4 * MINUTES_SHOWN }, day)
    .filter(({ minutesSentAt }) => minutesSentAt !== null)
    .slice(0, MINUTES_SHOWN)
  return (
    <div className="grid grid-cols-1 items-start gap-x-10 gap-y-8 lg:grid-cols-[1.5fr_1fr]">
      <NextAgenda
        viewer={viewer}
        meeting={nextMeeting(viewer, day, localTime(now))}
        now={now}
        locale={locale}
      />
      <div className="space-y-6">
        <OwnItemsCard
          items={items}
          party={{ name: viewer.partyName, open: countActionItems(viewer, day).party }}
          today={day}
          locale={locale}
        />
        <OwnEnquiries viewer={viewer} today={day} locale={locale} />
        <OpenOverlaps viewer={viewer} locale={locale} />
        <EndingPlans viewer={viewer} today={day} locale={locale} />
        <Card title={t('title')}>
          {sent.length === 0 && <p className="text-muted">{t('none')}</p>}
          <ul>
            {sent.map((meeting) => (
              <MeetingRow key={meeting.id} meeting={meeting} today={day} locale={locale} showForum />
            ))}
          </ul>
          <p className="mt-3 text-sm">
            <Link
              href="/meetings?when=past"
              prefetch={false}
              className="inline-flex min-h-6 items-center text-link hover:underline"
            >
              {t('all')}
            </Link>
          </p>
        </Card>
      </div>
    </div>
  )
}
