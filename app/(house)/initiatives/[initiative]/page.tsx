import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { Bridges } from '@/features/initiatives/bridges/components/bridges'
import { Hill } from '@/features/initiatives/components/hill'
import { InitiativeFacts } from '@/features/initiatives/components/initiative-facts'
import { InitiativeSteps } from '@/features/initiatives/components/initiative-steps'
import { InitiativeStory } from '@/features/initiatives/components/initiative-story'
import { OverlapList } from '@/features/initiatives/overlaps/components/overlap-list'
import { PointOut } from '@/features/initiatives/overlaps/components/point-out'
import { listOverlaps } from '@/features/initiatives/overlaps/queries/list'
import { getInitiative } from '@/features/initiatives/queries'
import { Mentions } from '@/features/plans/components/mentions'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { can } from '@/policy'

type Props = { params: Promise<{ initiative: string }> }

const load = cache(async (id: string) => {
  const viewer = await requireViewer()
  return { viewer, initiative: orNotFound(() => getInitiative(viewer, id)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).initiative)).initiative.title }
}

export default async function InitiativePage({ params }: Props) {
  const { viewer, initiative } = await load((await params).initiative)
  const [t, locale] = [await getTranslations('initiatives'), localeFrom(await getLocale())]
  const overlaps = can.readPlans(viewer) ? listOverlaps(viewer, { initiativeId: initiative.id }) : []
  return (
    <>
      <PageHeader
        title={initiative.title}
        crumbs={[{ label: t('title'), href: '/initiatives' }, { label: initiative.title }]}
      >
        <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
          <Tag tone={initiative.state === 'approved' ? 'ok' : 'plain'}>{t(`state.${initiative.state}`)}</Tag>
          <Hill step={initiative.hill} />
        </p>
      </PageHeader>
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[1.6fr_1fr]">
        <div className="min-w-0 space-y-6">
          <div>
            {initiative.description && (
              <p className="mb-4 max-w-[70ch] whitespace-pre-line">{initiative.description}</p>
            )}
            <InitiativeFacts initiative={initiative} locale={locale} />
            <InitiativeSteps initiative={initiative} viewer={viewer} />
          </div>
          <Bridges initiative={initiative} viewer={viewer} today={today(new Date())} locale={locale} />
          <InitiativeStory initiative={initiative} locale={locale} />
        </div>
        <div className="min-w-0 space-y-6">
          {(overlaps.length > 0 || can.pointOutOverlap(viewer)) && (
            <Card title={t('overlaps')}>
              {overlaps.length === 0 && <p className="text-muted">{t('noOverlaps')}</p>}
              <OverlapList overlaps={overlaps} viewer={viewer} locale={locale} />
              <PointOut initiativeId={initiative.id} viewer={viewer} />
            </Card>
          )}
          <Mentions viewer={viewer} of={{ initiativeId: initiative.id }} locale={locale} />
        </div>
      </div>
    </>
  )
}
