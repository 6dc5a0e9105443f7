import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { ProposalList } from '@/features/meetings/proposals/components/proposal-list'
import { listProposals } from '@/features/meetings/proposals/queries'
import { isSettled } from '@/features/meetings/proposals/rules'
import { can } from '@/policy'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('proposals'))('title') }
}

export default async function ProposalsPage() {
  const viewer = await requireViewer()
  if (!can.followProposals(viewer)) notFound()
  const [t, tm, shell, locale] = await Promise.all([
    getTranslations('proposals'),
    getTranslations('meetings'),
    getTranslations('shell'),
    getLocale(),
  ])
  const proposals = listProposals(viewer)
  const [settled = [], waiting = []] = [true, false].map((over) =>
    proposals.filter(({ state }) => isSettled(state) === over),
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[{ label: tm('title'), href: '/meetings' }, { label: t('title') }]}
        crumbsLabel={shell('crumbs')}
      />
      {proposals.length === 0 ? (
        <Empty>{t(can.conveneMeetings(viewer) ? 'none' : 'noneOwn')}</Empty>
      ) : (
        <div className="space-y-6">
          <Card title={t('waiting')}>
            {waiting.length === 0 && <p className="text-muted">{t('noneWaiting')}</p>}
            <ProposalList proposals={waiting} locale={locale} />
          </Card>
          {settled.length > 0 && (
            <Card title={t('settled')}>
              <ProposalList proposals={settled} locale={locale} />
            </Card>
          )}
        </div>
      )}
    </>
  )
}
