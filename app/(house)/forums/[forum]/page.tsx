import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ForumMark } from '@/components/ui/forum-mark'
import { PageHeader } from '@/components/ui/page-header'
import { ForumItems } from '@/features/action-items/components/forum-items'
import { AreaFeedback } from '@/features/enquiries/components/area-feedback'
import { Convening } from '@/features/forums/components/convening'
import { ForumDecisions } from '@/features/forums/components/forum-decisions'
import { ForumHistory } from '@/features/forums/components/forum-history'
import { ForumSeats } from '@/features/forums/components/forum-seats'
import { getForum } from '@/features/forums/queries/forums'
import { GoalList } from '@/features/goals/components/goal-list'
import { ThemeCard } from '@/features/initiatives/components/theme-card'
import { OpenOverlaps } from '@/features/initiatives/overlaps/components/open-overlaps'
import { ComingMeetings, PastMeetings } from '@/features/meetings/components/forum-meetings'
import { Punctuality } from '@/features/overview/components/punctuality'
import { listPunctuality } from '@/features/overview/queries/punctuality'
import { EndingPlans } from '@/features/plans/components/ending-plans'
import { RiskList } from '@/features/risks/components/risk-list'
import { MeetingAlone } from '@/features/steering-groups/components/meeting-alone'
import { today as dayOf } from '@/lib/dates'
import { can } from '@/policy'
import { ForumGroups } from './forum-groups'

type Props = {
  params: Promise<{ forum: string }>
  searchParams: Promise<{ decisions?: string; decision?: string; edit?: string }>
}

const findForum = cache(async (slug: string) => {
  const viewer = await requireViewer()
  return { viewer, forum: orNotFound(() => getForum(viewer, slug)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await findForum((await params).forum)).forum.name }
}

export default async function ForumPage({ params, searchParams }: Props) {
  const { viewer, forum } = await findForum((await params).forum)
  const [t, overview, shell, locale] = await Promise.all([
    getTranslations('forums'),
    getTranslations('overview'),
    getTranslations('shell'),
    getLocale(),
  ])
  const today = dayOf(new Date())
  const { decision, decisions, edit } = await searchParams
  const quarters = listPunctuality(viewer, today, forum.id)
  const isForum = forum.kind === 'forum'
  const about = { viewer, forum, today, locale }
  const { id: forumId, areaId } = forum

  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('title'), href: '/forums' },
          ...(forum.parentId && forum.parentSlug && can.readForum(viewer, { id: forum.parentId })
            ? [{ label: forum.area, href: `/forums/${forum.parentSlug}` }]
            : []),
          { label: forum.shortName },
        ]}
        crumbsLabel={shell('crumbs')}
        title={
          <>
            <ForumMark mark={forum.mark} className="mr-3 size-5" />
            {forum.name}
          </>
        }
        aside={
          can.conveneMeetings(viewer) && (
            <ButtonLink href={`/meetings/new?forum=${forum.slug}`} variant="primary">
              {t('newMeeting')}
            </ButtonLink>
          )
        }
      >
        {!isForum && (
          <p className="mt-1">
            {t(`kind.${forum.kind}`)} · {forum.area}
          </p>
        )}
        <Convening forum={forum} />
      </PageHeader>
      {forum.planId && <MeetingAlone viewer={viewer} today={today} of={{ groupId: forumId }} />}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[1.6fr_1fr]">
        <div className="min-w-0 space-y-6">
          <ComingMeetings {...about} />
          <ForumItems {...about} />
          <ForumDecisions
            {...{ forumId, viewer, today, locale }}
            all={decisions === 'all'}
            wanted={decision}
          />
          {isForum && <OpenOverlaps {...{ viewer, areaId, locale }} />}
          <ForumHistory {...about} />
        </div>
        <div className="min-w-0 space-y-6">
          <ForumSeats {...about} />
          {quarters.some(({ of }) => of > 0) && (
            <Card title={overview('punctuality.title')}>
              <Punctuality quarters={quarters} locale={locale} />
            </Card>
          )}
          {isForum && (
            <>
              <GoalList {...{ forumId, viewer, today, locale }} editing={edit === 'goals'} />
              <RiskList {...{ forumId, viewer }} editing={edit === 'risks'} />
              <ThemeCard area={{ id: areaId, slug: forum.slug }} {...{ viewer, locale }} />
              {edit !== 'group' && <EndingPlans {...{ viewer, today, areaId, locale }} />}
              {can.followEnquiries(viewer) && !edit && <AreaFeedback {...{ viewer, areaId, locale }} />}
              <ForumGroups {...about} adding={edit === 'group'} />
            </>
          )}
          <PastMeetings {...about} />
        </div>
      </div>
    </>
  )
}
