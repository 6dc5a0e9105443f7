import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { HoursTable } from '@/features/hours/components/hours-table'
import { Years } from '@/features/hours/components/years'
import { hoursInput } from '@/features/hours/input'
import { listHours } from '@/features/hours/queries/given'
import { totalOf } from '@/features/hours/rules'
import { InitiativeTabs } from '@/features/initiatives/components/initiative-tabs'
import { localeFrom } from '@/i18n/locale'
import { quarterOf, today } from '@/lib/dates'
import { formatHours } from '@/lib/format'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours'))('title') }
}

export default async function HoursPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const [t, locale] = [await getTranslations('hours'), localeFrom(await getLocale())]
  const thisYear = quarterOf(today(new Date())).year
  const year = hoursInput.parse(await searchParams).year ?? thisYear
  const { plans, given } = orNotFound(() => listHours(viewer, year))
  const own = Map.groupBy(given, ({ planId }) => planId)
  const noPlan = own.get(null) ?? []
  const groups = Map.groupBy(plans, ({ area }) => area)
  return (
    <>
      <PageHeader title={t('title')}>
        <p className="mt-1 max-w-[70ch] text-muted">{t('lead')}</p>
      </PageHeader>
      <InitiativeTabs viewer={viewer} current="hours" />
      <h2 className="mt-6 mb-1 text-xl font-semibold">{year}</h2>
      <Years path="/hours" year={year} last={thisYear} />
      {given.length === 0 ? (
        <Empty>
          {t('none', { year: String(year) })} {t('noneWhy')}
        </Empty>
      ) : (
        <>
          <p className="mb-5 max-w-[70ch] text-lg">
            {t('sentence', {
              year: String(year),
              hours: formatHours(totalOf(given), locale),
              plans: new Set(given.flatMap(({ planId }) => planId ?? [])).size,
            })}{' '}
            {noPlan.length > 0 && t('noPlan', { hours: formatHours(totalOf(noPlan), locale) })}
          </p>
          <div className="space-y-6">
            {[...groups].map(([area, some]) => (
              <Card key={area} title={area}>
                <HoursTable
                  label={t('ofArea', { area })}
                  first={t('plan')}
                  rows={some.map(({ id, name }) => ({ id, name, given: own.get(id) ?? [] }))}
                  locale={locale}
                  hrefOf={({ id }, quarter) =>
                    `/hours/${id}?year=${year}${quarter ? `&quarter=${quarter}` : ''}`
                  }
                />
              </Card>
            ))}
          </div>
        </>
      )}
      <p className="mt-6 max-w-[70ch] text-sm text-muted">{t('rule')}</p>
    </>
  )
}
