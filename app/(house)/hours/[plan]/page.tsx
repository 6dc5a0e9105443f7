import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Comments } from '@/features/hours/components/comments'
import { Differences } from '@/features/hours/components/differences'
import { HoursDrawing } from '@/features/hours/components/hours-drawing'
import { HoursSentence } from '@/features/hours/components/hours-sentence'
import { HoursTable } from '@/features/hours/components/hours-table'
import { MeetingRows } from '@/features/hours/components/meeting-rows'
import { Promises } from '@/features/hours/components/promises'
import { Years } from '@/features/hours/components/years'
import { planHoursInput } from '@/features/hours/input'
import { listPlanAccounts } from '@/features/hours/queries/accounts'
import { listDepartments } from '@/features/hours/queries/confirmation'
import { localeFrom } from '@/i18n/locale'
import { quarterOf, today } from '@/lib/dates'

type Props = {
  params: Promise<{ plan: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const load = cache(async (plan: string, year: number) => {
  const viewer = await requireViewer()
  return { viewer, ...orNotFound(() => listPlanAccounts(viewer, plan, `${year}-01-01`, `${year}-12-31`)) }
})

const yearOf = async (searchParams: Props['searchParams']) =>
  planHoursInput.parse(await searchParams).year ?? quarterOf(today(new Date())).year

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { plan } = await load((await params).plan, await yearOf(searchParams))
  return { title: (await getTranslations('hours'))('of', { plan: plan.name }) }
}

export default async function PlanHoursPage({ params, searchParams }: Props) {
  const year = await yearOf(searchParams)
  const { viewer, plan, given, accounts } = await load((await params).plan, year)
  const [t, locale] = [await getTranslations('hours'), localeFrom(await getLocale())]
  const { quarter, department, edit } = planHoursInput.parse(await searchParams)
  const day = today(new Date())
  const ofDepartment = Map.groupBy(accounts, ({ partyId }) => partyId)
  const asked = department && ofDepartment.get(department)?.[0]
  const rows = given.filter(
    (row) => (!quarter || row.quarter === quarter) && (!asked || row.partyId === asked.partyId),
  )
  const titles = [
    ...(asked ? [asked.party] : []),
    quarter ? t('rowsOf', { quarter: String(quarter) }) : t('rows'),
  ]
  const path = `/hours/${plan.id}`
  const name = { year: String(year) }
  const departments = listDepartments()
  return (
    <>
      <PageHeader
        title={t('of', { plan: plan.name })}
        crumbs={[{ label: t('title'), href: `/hours?year=${year}` }, { label: plan.name }]}
      >
        <p className="mt-1 text-muted">
          {plan.area}, {year}
        </p>
      </PageHeader>
      <Years viewer={viewer} path={path} year={year} last={quarterOf(day).year + 1} />
      <div className="space-y-6">
        {accounts.length === 0 ? (
          <Empty>
            {t('none', name)} {t('noneWhy')}
          </Empty>
        ) : (
          <>
            <Card>
              <p className="mb-4 max-w-[70ch] text-lg">
                <HoursSentence accounts={accounts} year={year} locale={locale} />
              </p>
              <HoursDrawing name={t('drawing', name)} accounts={accounts} locale={locale} />
            </Card>
            <Card title={t('byDepartment')}>
              <p className="mb-2 max-w-[70ch] text-sm text-muted">{t('cellHelp')}</p>
              <HoursTable
                label={t('byDepartment')}
                first={t('department')}
                rows={[...ofDepartment].map(([id, own]) => ({
                  id,
                  name: own[0]?.party ?? '',
                  accounts: own,
                }))}
                year={year}
                today={day}
                locale={locale}
                hrefOf={({ id }, wanted) =>
                  `${path}?year=${year}&department=${id}${wanted ? `&quarter=${wanted}` : ''}#rows`
                }
              />
            </Card>
            <Differences accounts={accounts} locale={locale} />
            <div id="rows">
              <Card title={titles.join(': ')}>
                {rows.length === 0 && <p className="text-muted">{t('noRows')}</p>}
                {rows.length > 0 && (
                  <Disclosure summary={t('showRows', { count: rows.length })} open={!!asked || !!quarter}>
                    <MeetingRows given={rows} locale={locale} />
                  </Disclosure>
                )}
              </Card>
            </div>
          </>
        )}
        <Promises
          {...{ viewer, planId: plan.id, year, accounts, departments, locale }}
          editing={edit === 'promises'}
        />
        <Comments {...{ viewer, plan, year, departments, locale }} chosen={{ department, quarter }} />
      </div>
      <p className="mt-6 max-w-[70ch] text-sm text-muted">
        {t('rule')}{' '}
        <Link href="/hours/rules" prefetch={false} className="text-link underline">
          {t('rules.title')}
        </Link>
      </p>
    </>
  )
}
