import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { ProposalList } from '@/features/meetings/proposals/components/proposal-list'
import { listProposals } from '@/features/meetings/proposals/queries'
import { can } from '@/policy'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('proposals'))('title') }
}

export default async function ProposalsPage() {
  const viewer = await requireViewer()
  const [t, tm, shell, locale] = await Promise.all([
    getTranslations('proposals'),
    getTranslations('meetings'),
    getTranslations('shell'),
    getLocale(),
  ])
  const proposals = listProposals(viewer)
  return (
    <>
      <PageHeader
        title={t(can.conveneMeetings(viewer) ? 'waiting' : 'title')}
        crumbs={[{ label: tm('title'), href: '/meetings' }, { label: t('title') }]}
        crumbsLabel={shell('crumbs')}
      />
      {proposals.length === 0 ? (
        <Empty>{t('none')}</Empty>
      ) : (
        <Card>
          <ProposalList proposals={proposals} locale={locale} />
        </Card>
      )}
    </>
  )
}
