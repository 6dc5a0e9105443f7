import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { GroupList } from '@/features/forums/components/group-list'
import { listGroups } from '@/features/forums/queries/forums'
import { ForumRow } from '@/features/overview/components/forum-row'
import { listNextMeetings } from '@/features/overview/queries/coming'
import { overview } from '@/features/overview/queries/overview'
import { today } from '@/lib/dates'
import { can } from '@/policy'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('forums'))('title') }
}

export default async function ForumsPage() {
  const viewer = await requireViewer()
  const [t, attendance, succession, locale] = await Promise.all([
    getTranslations('forums'),
    getTranslations('attendance'),
    getTranslations('succession'),
    getLocale(),
  ])
  const more = 'inline-flex min-h-6 items-center text-link hover:underline'
  const now = new Date()
  const day = today(now)
  const { forums } = overview(viewer, day)
  const groups = listGroups(viewer, day)
  const next = new Map(
    groups.length > 0 ? listNextMeetings(viewer, day).map((one) => [one.forumId, one]) : [],
  )
  return (
    <>
      <PageHeader title={t('title')}>
        <p className="mt-2 max-w-[70ch] text-muted">{t('intro')}</p>
        {can.seeAccounts(viewer) && (
          <p className="no-print mt-2 flex flex-wrap gap-x-6 gap-y-1">
            <Link href="/forums/attendance" prefetch={false} className={more}>
              {attendance('title')}
            </Link>
            {can.readSuccession(viewer) && (
              <Link href="/forums/succession" prefetch={false} className={more}>
                {succession('title')}
              </Link>
            )}
          </p>
        )}
      </PageHeader>
      {forums.length + groups.length === 0 && <Empty>{t('empty')}</Empty>}
      {forums.length > 0 && (
        <ul className="rounded-card border border-line bg-surface">
          {forums.map((state) => (
            <ForumRow key={state.forum.id} state={state} now={now} locale={locale} className="px-4 sm:px-6" />
          ))}
        </ul>
      )}
      {groups.length > 0 && (
        <Card title={t('groups.title')} className="mt-8">
          <GroupList groups={groups} next={next} withArea locale={locale} />
        </Card>
      )}
    </>
  )
}
