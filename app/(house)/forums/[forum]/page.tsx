import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ForumMark } from '@/components/ui/forum-mark'
import { PageHeader } from '@/components/ui/page-header'
import { ActionItemRow } from '@/features/action-items/components/action-item-row'
import { listActionItems } from '@/features/action-items/queries/list'
import { daysLate, isOpen } from '@/features/action-items/rules'
import { AreaFeedback } from '@/features/enquiries/components/area-feedback'
import { Convening } from '@/features/forums/components/convening'
import { DecisionList } from '@/features/forums/components/decision-list'
import { GroupList } from '@/features/forums/components/group-list'
import { NewGroup } from '@/features/forums/components/new-group'
import { ReplacedGroups } from '@/features/forums/components/replaced-groups'
import { SeatList } from '@/features/forums/components/seat-list'
import { SettledDecisions } from '@/features/forums/components/settled-decisions'
import { listConveners } from '@/features/forums/queries/administration'
import { getForum, listGroups } from '@/features/forums/queries/forums'
import { listDecisions, listReplacedGroups } from '@/features/forums/queries/record'
import { listSeats } from '@/features/forums/queries/seats'
import { GoalList } from '@/features/goals/components/goal-list'
import { ThemeCard } from '@/features/initiatives/components/theme-card'
import { OpenOverlaps } from '@/features/initiatives/overlaps/components/open-overlaps'
import { MeetingRow } from '@/features/meetings/components/meeting-row'
import { listMeetings } from '@/features/meetings/queries'
import { Punctuality } from '@/features/overview/components/punctuality'
import { listNextMeetings } from '@/features/overview/queries/coming'
import { listPunctuality } from '@/features/overview/queries/punctuality'
import { EndingPlans } from '@/features/plans/components/ending-plans'
import { listPlans } from '@/features/plans/queries'
import { RiskList } from '@/features/risks/components/risk-list'
import { MeetingAlone } from '@/features/steering-groups/components/meeting-alone'
import { today } from '@/lib/dates'
import { can } from '@/policy'

type Props = {
  params: Promise<{ forum: string }>
  searchParams: Promise<{ decisions?: string; decision?: string; edit?: string }>
}

const ITEMS_SHOWN = 10
const PAST_SHOWN = 6

const findForum = cache(async (slug: string) => {
  const viewer = await requireViewer()
  return { viewer, forum: orNotFound(() => getForum(viewer, slug)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await findForum((await params).forum)).forum.name }
}

export default async function ForumPage({ params, searchParams }: Props) {
  const { viewer, forum } = await findForum((await params).forum)
  const [t, succession, attendance, overviewWords, shell, locale] = await Promise.all([
    getTranslations('forums'),
    getTranslations('succession'),
    getTranslations('attendance'),
    getTranslations('overview'),
    getTranslations('shell'),
    getLocale(),
  ])
  const day = today(new Date())
  const coming = listMeetings(viewer, { forum: forum.slug, when: 'coming' }, day)
  const past = listMeetings(viewer, { forum: forum.slug, when: 'past', limit: PAST_SHOWN }, day)
  const open = listActionItems(viewer, { scope: 'forum', forum: forum.slug }, day)
    .filter(({ state }) => isOpen(state))
    .sort((a, b) => daysLate(b, day) - daysLate(a, day))
  const late = open.filter((item) => daysLate(item, day) > 0).length
  const { decision, ...asked } = await searchParams
  const all = asked.decisions === 'all'
  const decisions = listDecisions(viewer, forum.id, { all })
  const replaced = listReplacedGroups(viewer, forum.id)
  const groups = listGroups(viewer, day, forum.id)
  const next = new Map(
    groups.length > 0 ? listNextMeetings(viewer, day).map((one) => [one.forumId, one]) : [],
  )
  const quarters = listPunctuality(viewer, day, forum.id)
  const isForum = forum.kind === 'forum'
  const administers = can.administer(viewer)
  const items = `/action-items?scope=forum&forum=${forum.slug}`
  const more = 'mt-3 inline-flex min-h-6 items-center text-sm text-link hover:underline'

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
      {forum.planId && <MeetingAlone viewer={viewer} today={day} of={{ groupId: forum.id }} />}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[1.6fr_1fr]">
        <div className="min-w-0 space-y-6">
          <Card title={t('meetings.coming')}>
            {coming.length === 0 && <p className="text-muted">{t('meetings.noneComing')}</p>}
            <ul>
              {coming.map((meeting) => (
                <MeetingRow key={meeting.id} meeting={meeting} today={day} locale={locale} />
              ))}
            </ul>
          </Card>
          <Card
            title={t('items.title')}
            action={
              <span className="text-sm">
                <Link href={items} prefetch={false} className="text-link hover:underline">
                  {t('openItems', { count: open.length })}
                </Link>
                {late > 0 && (
                  <Link href={`${items}&late=1`} prefetch={false} className="ml-3 text-bad hover:underline">
                    {t('lateItems', { count: late })}
                  </Link>
                )}
              </span>
            }
          >
            {open.length === 0 && <p className="text-muted">{t('items.none')}</p>}
            <ul>
              {open.slice(0, ITEMS_SHOWN).map((item) => (
                <ActionItemRow key={item.id} item={item} today={day} locale={locale} />
              ))}
            </ul>
            {open.length > ITEMS_SHOWN && (
              <Link href={items} prefetch={false} className={more}>
                {t('items.all', { count: String(open.length) })}
              </Link>
            )}
          </Card>
          <Card title={t('decisions.title')}>
            {decisions.inForce.length === 0 && <p className="text-muted">{t('decisions.none')}</p>}
            <DecisionList
              decisions={decisions.inForce}
              convenes={can.conveneMeetings(viewer)}
              wanted={decision}
              all={all}
              today={day}
              locale={locale}
            />
            <SettledDecisions decisions={decisions.settled} locale={locale} />
            {(decisions.inForce[0]?.total ?? 0) > decisions.inForce.length && (
              <Link href="?decisions=all" prefetch={false} className={more}>
                {t('decisions.all', { count: String(decisions.inForce[0]?.total) })}
              </Link>
            )}
          </Card>
          {isForum && <OpenOverlaps viewer={viewer} areaId={forum.areaId} locale={locale} />}
          {replaced.length > 0 && (
            <Card title={t('history.title')}>
              <ReplacedGroups groups={replaced} locale={locale} />
              {can.readSuccession(viewer) && (
                <Link
                  href={`/forums/succession?forum=${forum.slug}#groups`}
                  prefetch={false}
                  className={more}
                >
                  {succession('linkOf', { count: replaced.length })}
                </Link>
              )}
            </Card>
          )}
        </div>
        <div className="min-w-0 space-y-6">
          <section id="seats">
            <Card
              title={t('seats.title')}
              action={
                administers && (
                  <Link
                    href={`/admin/seats?forum=${forum.slug}`}
                    prefetch={false}
                    className="no-print inline-flex min-h-6 items-center text-sm text-link hover:underline"
                  >
                    {t('seats.change')}
                  </Link>
                )
              }
            >
              <SeatList parties={listSeats(viewer, forum.id, day)} />
              {isForum && can.seeAccounts(viewer) && (
                <Link
                  href={`/forums/attendance?forum=${forum.slug}`}
                  prefetch={false}
                  className={`no-print ${more}`}
                >
                  {attendance('title')}
                </Link>
              )}
            </Card>
          </section>
          {quarters.some(({ of }) => of > 0) && (
            <Card title={overviewWords('punctuality.title')}>
              <Punctuality quarters={quarters} locale={locale} />
            </Card>
          )}
          {isForum && (
            <>
              <GoalList
                forumId={forum.id}
                viewer={viewer}
                today={day}
                locale={locale}
                editing={asked.edit === 'goals'}
              />
              <RiskList forumId={forum.id} viewer={viewer} editing={asked.edit === 'risks'} />
              <ThemeCard viewer={viewer} area={{ id: forum.areaId, slug: forum.slug }} locale={locale} />
              {asked.edit !== 'group' && (
                <EndingPlans viewer={viewer} today={day} areaId={forum.areaId} locale={locale} />
              )}
              {can.followEnquiries(viewer) && !asked.edit && (
                <AreaFeedback viewer={viewer} areaId={forum.areaId} locale={locale} />
              )}
            </>
          )}
          {isForum && (groups.length > 0 || administers) && (
            <Card title={<span id="groups">{t('groups.title')}</span>}>
              {groups.length === 0 && <p className="text-muted">{t('groups.none')}</p>}
              <GroupList groups={groups} next={next} locale={locale} />
              {administers && (
                <NewGroup
                  forum={forum}
                  choices={
                    asked.edit === 'group' && {
                      conveners: listConveners(viewer).map(({ id, name }) => ({ value: id, label: name })),
                      plans: listPlans(viewer)
                        .filter(({ areaId }) => areaId === forum.areaId)
                        .map(({ id, name }) => ({ value: id, label: name })),
                    }
                  }
                />
              )}
            </Card>
          )}
          <Card title={t('meetings.past')}>
            {past.length === 0 && <p className="text-muted">{t('meetings.nonePast')}</p>}
            <ul>
              {past.map((meeting) => (
                <MeetingRow key={meeting.id} meeting={meeting} today={day} locale={locale} />
              ))}
            </ul>
            <Link href={`/meetings?when=past&forum=${forum.slug}`} prefetch={false} className={more}>
              {t('meetings.all')}
            </Link>
          </Card>
        </div>
      </div>
    </>
  )
}
