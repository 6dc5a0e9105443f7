import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Differences } from '@/features/hours/components/differences'
import { HoursDrawing } from '@/features/hours/components/hours-drawing'
import { HoursLinks } from '@/features/hours/components/hours-links'
import { HoursSentence } from '@/features/hours/components/hours-sentence'
import { HoursTable } from '@/features/hours/components/hours-table'
import { Years } from '@/features/hours/components/years'
import { hoursInput } from '@/features/hours/input'
import { listHourAccounts } from '@/features/hours/queries/accounts'
import { figuresOf } from '@/features/hours/rules'
import { InitiativeTabs } from '@/features/initiatives/components/initiative-tabs'
import { localeFrom } from '@/i18n/locale'
import { quarterOf, today } from '@/lib/dates'
import { formatMinutes } from '@/lib/format'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours'))('title') }
}

export default async function HoursPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const [t, locale] = [await getTranslations('hours'), localeFrom(await getLocale())]
  const day = today(new Date())
  const thisYear = quarterOf(day).year
  const year = hoursInput.parse(await searchParams).year ?? thisYear
  const { plans, accounts } = orNotFound(() => listHourAccounts(viewer, `${year}-01-01`, `${year}-12-31`))
  const own = Map.groupBy(accounts, ({ planId }) => planId)
  const noPlan = own.get(null) ?? []
  const ofPlans = accounts.filter(({ planId }) => planId !== null)
  const names = new Map(plans.map(({ id, name }) => [id, name]))
  const name = { year: String(year) }
  return (
    <>
      <PageHeader title={t('title')}>
        <p className="mt-1 max-w-[70ch] text-muted">{t('lead')}</p>
      </PageHeader>
      <InitiativeTabs viewer={viewer} current="hours" />
      <HoursLinks viewer={viewer} />
      <h2 className="mt-6 mb-1 text-xl font-semibold">{year}</h2>
      <Years viewer={viewer} path="/hours" year={year} last={thisYear + 1} />
      {accounts.length === 0 ? (
        <Empty>
          {t('none', name)} {t('noneWhy')}
        </Empty>
      ) : (
        <div className="space-y-6">
          <Card>
            <p className="mb-4 max-w-[70ch] text-lg">
              <HoursSentence accounts={ofPlans} year={year} locale={locale} />{' '}
              {noPlan.length > 0 && t('noPlan', { hours: formatMinutes(figuresOf(noPlan).computed, locale) })}
            </p>
            <HoursDrawing name={t('drawing', name)} accounts={ofPlans} locale={locale} />
          </Card>
          <Differences
            accounts={accounts}
            locale={locale}
            planName={({ planId }) => (planId && names.get(planId)) || t('confirm.noPlan')}
          />
          <p className="max-w-[70ch] text-sm text-muted">{t('cellHelp')}</p>
          {[...Map.groupBy(plans, ({ area }) => area)].map(([area, some]) => (
            <Card key={area} title={area}>
              <HoursTable
                label={t('ofArea', { area })}
                first={t('plan')}
                rows={some.map((plan) => ({ ...plan, accounts: own.get(plan.id) ?? [] }))}
                year={year}
                today={day}
                locale={locale}
                hrefOf={({ id }, quarter) =>
                  `/hours/${id}?year=${year}${quarter ? `&quarter=${quarter}` : ''}`
                }
              />
            </Card>
          ))}
        </div>
      )}
      <p className="mt-6 max-w-[70ch] text-sm text-muted">{t('rule')}</p>
    </>
  )
}
