import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/session'
import { Button, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { inputLooks } from '@/components/ui/field'
import { PageHeader } from '@/components/ui/page-header'
import { TabLinks } from '@/components/ui/tabs'
import { listForumsAndGroups } from '@/features/forums/queries/forums'
import { MeetingRow } from '@/features/meetings/components/meeting-row'
import { listMeetings, listMeetingYears } from '@/features/meetings/queries'
import { today } from '@/lib/dates'
import { can, isOutsider } from '@/policy'

type Props = { searchParams: Promise<{ when?: string; forum?: string; year?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings'))('title') }
}

export default async function MeetingsPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const [wanted, t, tp, tf, locale] = await Promise.all([
    searchParams,
    getTranslations('meetings'),
    getTranslations('proposals'),
    getTranslations('filings'),
    getLocale(),
  ])
  const day = today(new Date())
  const when = wanted.when === 'past' ? 'past' : 'coming'
  const forums = listForumsAndGroups(viewer, day)
  const forum = forums.find(({ slug }) => slug === wanted.forum)?.slug
  const years = when === 'past' ? listMeetingYears(viewer, forum, day) : []
  const year = years.find((one) => String(one) === wanted.year) ?? years[0]
  const meetings = listMeetings(viewer, { when, forum, year }, day)
  const address = (change: Record<string, string | undefined>) => {
    const chosen = Object.entries({ when, forum, ...change }).filter(([, value]) => value !== undefined)
    return `/meetings?${new URLSearchParams(chosen as [string, string][])}`
  }

  return (
    <>
      <PageHeader
        title={t('title')}
        aside={
          <div className="no-print flex flex-wrap items-center gap-x-5 gap-y-2">
            {can.followProposals(viewer) && (
              <ButtonLink href="/meetings/proposals" variant="quiet">
                {tp('title')}
              </ButtonLink>
            )}
            {can.conveneMeetings(viewer) && (
              <ButtonLink href="/meetings/filing" variant="quiet">
                {tf('title')}
              </ButtonLink>
            )}
            {can.conveneMeetings(viewer) && (
              <ButtonLink href={forum ? `/meetings/new?forum=${forum}` : '/meetings/new'} variant="primary">
                {t('new')}
              </ButtonLink>
            )}
          </div>
        }
      />
      <TabLinks
        label={t('tabs')}
        items={(['coming', 'past'] as const).map((tab) => ({
          href: address({ when: tab }),
          label: t(tab),
          current: when === tab,
        }))}
      />
      {forums.length > 1 && (
        <form method="get" action="/meetings" className="mb-6 flex flex-wrap items-end gap-3">
          <input type="hidden" name="when" value={when} />
          <div>
            <label htmlFor="forum" className="mb-1 block text-sm font-semibold">
              {t('forum')}
            </label>
            <select id="forum" name="forum" key={forum} defaultValue={forum ?? ''} className={inputLooks}>
              <option value="">{t('allForums')}</option>
              {forums.map(({ slug, shortName }) => (
                <option key={slug} value={slug}>
                  {shortName}
                </option>
              ))}
            </select>
          </div>
          <Button>{t('filter')}</Button>
        </form>
      )}
      {years.length > 1 && (
        <TabLinks
          label={t('years')}
          items={years.map((one) => ({
            href: address({ year: String(one) }),
            label: String(one),
            current: one === year,
          }))}
        />
      )}
      {meetings.length === 0 ? (
        <Empty>
          {t(when === 'past' ? 'nonePast' : isOutsider(viewer) ? 'noneComingOutside' : 'noneComing')}
        </Empty>
      ) : (
        <Card>
          <ul>
            {meetings.map((meeting) => (
              <MeetingRow key={meeting.id} meeting={meeting} today={day} locale={locale} showForum />
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
