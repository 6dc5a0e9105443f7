import { today } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import { countAnswersDue, countProposalsWaiting, listMeetingNeeds } from '../queries/needs'
import type { ForumState, Overview } from '../queries/overview'
import { Development } from './development'
import { ForumsTable } from './forums-table'
import { Matrix } from './matrix'
import { NeedsCard } from './needs-card'
import { NextMeetingCard } from './next-meeting-card'
import { PunctualityCard } from './punctuality-card'

type Props = { viewer: Viewer; overview: Overview; now: Date; locale: Locale }

export function CoordinatorOverview({ viewer, overview, now, locale }: Props) {
  const day = today(now)
  const own = overview.forums.filter(
    ({ forum }) => forum.convenerId === viewer.personId || forum.deputyConvenerId === viewer.personId,
  )
  const convened = own.filter(({ forum }) => forum.convenerId === viewer.personId)
  return (
    <div className="space-y-6">
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-[1.5fr_1fr]">
        <NextMeetingCard state={soonest(convened) ?? soonest(own)} now={now} locale={locale} />
        <NeedsCard
          meetings={listMeetingNeeds(viewer, day)}
          answers={countAnswersDue(viewer)}
          proposals={countProposalsWaiting(viewer)}
          forums={convened}
          today={day}
          locale={locale}
        />
      </div>
      <ForumsTable viewer={viewer} forums={overview.forums} now={now} locale={locale} />
      <Matrix overview={overview} locale={locale} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <PunctualityCard overview={overview} today={day} locale={locale} />
        <Development viewer={viewer} today={day} locale={locale} />
      </div>
    </div>
  )
}

function soonest(forums: ForumState[]): ForumState | null {
  const start = ({ next }: ForumState) => (next ? `${next.heldOn} ${next.startsAt}` : '9')
  return forums.toSorted((a, b) => (start(a) < start(b) ? -1 : 1)).find(({ next }) => next) ?? null
}
