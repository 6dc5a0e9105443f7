import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { meetingTitle } from '@/features/meetings/components/meeting-title'
import { compareEditions } from '@/features/meetings/minutes/compare'
import { Comparison } from '@/features/meetings/minutes/components/comparison'
import { getMinutes } from '@/features/meetings/minutes/queries/read'
import { today } from '@/lib/dates'

type Props = {
  params: Promise<{ meeting: string }>
  searchParams: Promise<{ from?: string; to?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('minutes.compare'))('title') }
}

/** Two versions of the minutes as this reader may read them, and what changed in between. */
export default async function CompareMinutesPage({ params, searchParams }: Props) {
  const viewer = await requireViewer()
  const [{ meeting: id }, { from, to }] = await Promise.all([params, searchParams])
  const [before, after] = orNotFound(() => [
    getMinutes(viewer, id, Number(from)),
    getMinutes(viewer, id, Number(to)),
  ])
  const [t, tn, tm, shell, locale] = await Promise.all([
    getTranslations('minutes.compare'),
    getTranslations('minutes'),
    getTranslations('meetings'),
    getTranslations('shell'),
    getLocale(),
  ])
  const changes = compareEditions(before.edition, after.edition)
  return (
    <div className="max-w-[820px]">
      <PageHeader
        title={t('title')}
        crumbs={[
          { label: tm('title'), href: '/meetings' },
          {
            label: meetingTitle(after.edition.meeting.heldOn, today(new Date()), locale),
            href: `/meetings/${id}`,
          },
          { label: tn('title'), href: `/meetings/${id}/minutes` },
          { label: t('title') },
        ]}
        crumbsLabel={shell('crumbs')}
      >
        <p className="mt-2 text-muted">{t('lead', { from: before.version, to: after.version })}</p>
      </PageHeader>
      {changes.length === 0 ? <Empty>{t('same')}</Empty> : <Comparison items={changes} />}
    </div>
  )
}
