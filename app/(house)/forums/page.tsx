import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/session'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { ForumRow } from '@/features/overview/components/forum-row'
import { overview } from '@/features/overview/queries/overview'
import { today } from '@/lib/dates'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('forums'))('title') }
}

export default async function ForumsPage() {
  const viewer = await requireViewer()
  const [t, locale] = await Promise.all([getTranslations('forums'), getLocale()])
  const now = new Date()
  const { forums } = overview(viewer, today(now))
  return (
    <>
      <PageHeader title={t('title')}>
        <p className="mt-2 max-w-[70ch] text-muted">{t('intro')}</p>
      </PageHeader>
      {forums.length === 0 ? (
        <Empty>{t('empty')}</Empty>
      ) : (
        <ul className="rounded-card border border-line bg-surface">
          {forums.map((state) => (
            <ForumRow key={state.forum.id} state={state} now={now} locale={locale} className="px-4 sm:px-6" />
          ))}
        </ul>
      )}
    </>
  )
}
