import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { InitiativeTabs } from '@/features/initiatives/components/initiative-tabs'
import { Counts } from '@/features/initiatives/overlaps/components/counts'
import { OverlapList } from '@/features/initiatives/overlaps/components/overlap-list'
import { countInput } from '@/features/initiatives/overlaps/input'
import { listOverlaps } from '@/features/initiatives/overlaps/queries/list'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { can } from '@/policy'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('overlaps'))('title') }
}

type Props = { searchParams: Promise<Record<string, unknown>> }

export default async function OverlapsPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  if (!can.readPlans(viewer)) notFound()
  const [t, locale] = [await getTranslations('overlaps'), localeFrom(await getLocale())]
  const open = listOverlaps(viewer, { open: true })
  return (
    <>
      <PageHeader title={t('title')}>
        <p className="mt-2 max-w-[65ch] text-muted">{t('intro')}</p>
      </PageHeader>
      <InitiativeTabs viewer={viewer} current="overlaps" />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[1.6fr_1fr]">
        {open.length === 0 ? (
          <Empty>{t('none')}</Empty>
        ) : (
          <Card title={t('open', { count: open.length })}>
            <OverlapList overlaps={open} viewer={viewer} locale={locale} showInitiative />
          </Card>
        )}
        <Counts
          viewer={viewer}
          address={countInput.parse(await searchParams)}
          today={today(new Date())}
          locale={locale}
        />
      </div>
    </>
  )
}
