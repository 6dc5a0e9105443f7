import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { AllocationForm } from '@/features/funding/components/allocation-form'
import { Allocations } from '@/features/funding/components/allocations'
import { BeyondList } from '@/features/funding/components/beyond'
import { DecisionForm } from '@/features/funding/components/decision-form'
import { Decisions } from '@/features/funding/components/decisions'
import { FigureForm } from '@/features/funding/components/figure-form'
import { Figures } from '@/features/funding/components/figures'
import { PeriodFacts } from '@/features/funding/components/period-facts'
import { RemarkForm } from '@/features/funding/components/remark-form'
import { Sums } from '@/features/funding/components/sums'
import { type FundingAddress, fundingInput } from '@/features/funding/input'
import { type Funding, getFunding } from '@/features/funding/queries/funding'
import { InitiativeTabs } from '@/features/initiatives/components/initiative-tabs'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import { can, endOfWriting, type Viewer } from '@/policy'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const load = cache(async (period: string | undefined) => {
  const viewer = await requireViewer()
  const day = today(new Date())
  return { viewer, day, funding: orNotFound(() => getFunding(viewer, day, period)) }
})

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { funding } = await load(fundingInput.parse(await searchParams).period)
  const t = await getTranslations('funding')
  return { title: funding ? t('titleOf', { period: funding.period.name }) : t('title') }
}

export default async function FundingPage({ searchParams }: Props) {
  const address = fundingInput.parse(await searchParams)
  const { viewer, day, funding } = await load(address.period)
  const [t, locale] = [await getTranslations('funding'), localeFrom(await getLocale())]
  const keeps = can.keepFunding(viewer) && !endOfWriting(viewer)
  const header = (
    <>
      <PageHeader title={t('title')}>
        <p className="mt-1 max-w-[70ch] text-muted">{t('lead')}</p>
      </PageHeader>
      <InitiativeTabs viewer={viewer} current="funding" />
    </>
  )
  const addPeriod = can.administer(viewer) && (
    <ButtonLink href="/admin/periods#form" size="small">
      {t('addPeriod')}
    </ButtonLink>
  )
  if (!funding)
    return (
      <>
        {header}
        <Empty action={addPeriod}>{t('none')}</Empty>
      </>
    )
  const { period, periods, figures, facts } = funding
  const editing = keeps ? openForm(address, { funding, viewer, locale }) : null
  const to = (edit: string, anchor: string) => (id?: string) =>
    `/funding?period=${period.id}&edit=${edit}${id ? `&id=${id}` : ''}#${anchor}`
  const hrefs = {
    decision: to('decision', 'decisions'),
    remark: to('remark', 'decisions'),
    newRemark: (id: string) => `/funding?period=${period.id}&edit=remark&decision=${id}#decisions`,
  }
  const isLastOfTeam = periods.every(({ teamEndsOn }) => (teamEndsOn ?? '') <= (period.teamEndsOn ?? ''))
  return (
    <>
      {header}
      <div className="mb-4 flex flex-wrap items-baseline gap-x-6 gap-y-2">
        <h2 className="text-xl font-semibold">{period.name}</h2>
        <nav aria-label={t('periods')} className="no-print flex flex-wrap gap-x-5 text-sm">
          {periods
            .filter(({ id }) => id !== period.id)
            .map(({ id, name }) => (
              <Link
                key={id}
                href={`/funding?period=${id}`}
                prefetch={false}
                className="inline-flex min-h-8 items-center text-link underline max-sm:min-h-11"
              >
                {name}
              </Link>
            ))}
        </nav>
        {can.administer(viewer) && (
          <ButtonLink href={`/admin/periods?change=${period.id}#form`} size="small">
            {t('changePeriod')}
          </ButtonLink>
        )}
      </div>
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[1.6fr_1fr]">
        <div className="min-w-0 space-y-6 lg:order-first">
          <Sums facts={facts} locale={locale} />
          <Figures
            figures={figures}
            locale={locale}
            hrefOf={keeps ? to('figure', 'figures') : undefined}
            form={address.edit === 'figure' && editing}
          />
          <Allocations
            funding={funding}
            locale={locale}
            hrefOf={keeps ? to('allocation', 'allocations') : undefined}
            form={address.edit === 'allocation' && editing}
          />
          <Decisions
            funding={funding}
            today={day}
            locale={locale}
            hrefs={keeps ? hrefs : undefined}
            form={(address.edit === 'decision' || address.edit === 'remark') && editing}
          />
        </div>
        <div className="min-w-0 space-y-6 max-lg:order-first">
          <PeriodFacts period={period} today={day} locale={locale} />
          {period.teamEndsOn && isLastOfTeam && (
            <BeyondList viewer={viewer} day={period.teamEndsOn} locale={locale} />
          )}
        </div>
      </div>
    </>
  )
}

type Setting = { funding: Funding; viewer: Viewer; locale: Locale }

/** The form the address asks for; what it would change and is not there is a 404. */
function openForm({ edit, id, decision }: FundingAddress, { funding, viewer, locale }: Setting) {
  const { period, figures, allocations, decisions } = funding
  const periodId = period.id
  const chosen = <Row extends { id: string }>(rows: Row[], wanted = id) =>
    wanted === undefined ? undefined : (rows.find((row) => row.id === wanted) ?? notFound())
  switch (edit) {
    case 'figure':
      return <FigureForm key={id} periodId={periodId} stored={chosen(figures)} />
    case 'allocation':
      return (
        <AllocationForm
          key={id}
          viewer={viewer}
          periodId={periodId}
          stored={chosen(allocations)}
          decisions={decisions}
          locale={locale}
        />
      )
    case 'decision':
      return <DecisionForm key={id} periodId={periodId} stored={chosen(decisions)} locale={locale} />
    case 'remark': {
      const stored = chosen(decisions.flatMap(({ remarks }) => remarks))
      if (!stored && !chosen(decisions, decision)) notFound()
      return <RemarkForm key={id} periodId={periodId} decisionId={decision} stored={stored} locale={locale} />
    }
    default:
      return null
  }
}
