import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { PlanAllocations } from '@/features/funding/components/plan-allocations'
import { InitiativeTable } from '@/features/initiatives/components/initiative-table'
import { listInitiatives } from '@/features/initiatives/queries'
import { Mentions } from '@/features/plans/components/mentions'
import { PlanBudget } from '@/features/plans/components/plan-budget'
import { PlanFacts } from '@/features/plans/components/plan-facts'
import { PlanSteps } from '@/features/plans/components/plan-steps'
import { Remarks } from '@/features/plans/components/remarks'
import { getPlan } from '@/features/plans/queries'
import { MeetingAlone } from '@/features/steering-groups/components/meeting-alone'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { can } from '@/policy'

type Props = { params: Promise<{ plan: string }> }

const load = cache(async (id: string) => {
  const viewer = await requireViewer()
  return { viewer, plan: orNotFound(() => getPlan(viewer, id)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).plan)).plan.name }
}

export default async function PlanPage({ params }: Props) {
  const { viewer, plan } = await load((await params).plan)
  const [t, locale] = [await getTranslations('plans'), localeFrom(await getLocale())]
  const day = today(new Date())
  const { initiatives } = listInitiatives(viewer, { plan: plan.id })
  const beyond = plan.endsOn
    ? initiatives.filter(({ endsOn }) => !endsOn || endsOn > (plan.endsOn ?? ''))
    : []
  const mayAdd = !plan.successor && can.editInitiative(viewer, { ...plan, state: 'draft', forumIds: [] })
  return (
    <>
      <PageHeader
        title={plan.name}
        crumbs={[{ label: t('title'), href: '/plans' }, { label: plan.name }]}
        aside={
          mayAdd && (
            <ButtonLink href={`/initiatives/new?plan=${plan.id}`} variant="primary">
              {t('newInitiative')}
            </ButtonLink>
          )
        }
      >
        <p className="mt-1 text-muted">
          {plan.area} {!plan.approvedAt && <Tag>{t('notApproved')}</Tag>}
        </p>
      </PageHeader>
      <MeetingAlone viewer={viewer} today={day} of={{ planId: plan.id }} />
      {plan.purpose && <p className="mb-6 max-w-[70ch] text-lg whitespace-pre-line">{plan.purpose}</p>}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[1.6fr_1fr]">
        <div className="min-w-0 space-y-6">
          <Card title={t('initiatives')}>
            {initiatives.length === 0 && <p className="text-muted">{t('noInitiatives')}</p>}
            <InitiativeTable initiatives={initiatives} locale={locale} />
            {beyond.length > 0 && <p className="mt-3 text-warn">{t('beyond', { count: beyond.length })}</p>}
          </Card>
          <Remarks plan={plan} viewer={viewer} locale={locale} />
          <Mentions viewer={viewer} of={{ planId: plan.id }} locale={locale} />
        </div>
        <div className="min-w-0 space-y-6">
          <Card title={t('facts')}>
            <PlanFacts plan={plan} today={day} locale={locale} />
            <PlanSteps plan={plan} viewer={viewer} />
          </Card>
          <PlanBudget plan={plan} locale={locale} />
          <PlanAllocations planId={plan.id} viewer={viewer} locale={locale} />
        </div>
      </div>
    </>
  )
}
