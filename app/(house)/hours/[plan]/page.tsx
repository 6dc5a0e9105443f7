import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Table, Td, Th } from '@/components/ui/table'
import { HoursTable } from '@/features/hours/components/hours-table'
import { Years } from '@/features/hours/components/years'
import { hoursInput } from '@/features/hours/input'
import { listHoursOfPlan } from '@/features/hours/queries/given'
import { localeFrom } from '@/i18n/locale'
import { compareDanish } from '@/lib/danish-order'
import { quarterOf, today } from '@/lib/dates'
import { formatDate, formatMinutes } from '@/lib/format'

type Props = {
  params: Promise<{ plan: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const load = cache(async (plan: string, year: number) => {
  const viewer = await requireViewer()
  return orNotFound(() => listHoursOfPlan(viewer, plan, year))
})

const yearOf = async (searchParams: Props['searchParams']) =>
  hoursInput.parse(await searchParams).year ?? quarterOf(today(new Date())).year

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { plan } = await load((await params).plan, await yearOf(searchParams))
  return { title: (await getTranslations('hours'))('of', { plan: plan.name }) }
}

export default async function PlanHoursPage({ params, searchParams }: Props) {
  const year = await yearOf(searchParams)
  const { plan, given } = await load((await params).plan, year)
  const [t, locale] = [await getTranslations('hours'), localeFrom(await getLocale())]
  const { quarter, department } = hoursInput.parse(await searchParams)
  const departments = Map.groupBy(
    given.toSorted((a, b) => compareDanish(a.party, b.party)),
    ({ partyId }) => partyId,
  )
  const asked = department && departments.get(department)?.[0]
  const rows = given.filter(
    (row) => (!quarter || row.quarter === quarter) && (!asked || row.partyId === asked.partyId),
  )
  const titles = [...(asked ? [asked.party] : []), quarter ? t('rowsOf', { quarter }) : t('rows')]
  const path = `/hours/${plan.id}`
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
      <Years path={path} year={year} last={quarterOf(today(new Date())).year} />
      {given.length === 0 ? (
        <Empty>
          {t('none', { year: String(year) })} {t('noneWhy')}
        </Empty>
      ) : (
        <div className="space-y-6">
          <Card title={t('byDepartment')}>
            <HoursTable
              label={t('byDepartment')}
              first={t('department')}
              rows={[...departments].map(([id, own]) => ({ id, name: own[0]!.party, given: own }))}
              locale={locale}
              hrefOf={({ id }, wanted) =>
                `${path}?year=${year}&department=${id}${wanted ? `&quarter=${wanted}` : ''}#rows`
              }
            />
          </Card>
          <div id="rows">
            <Card title={titles.join(': ')}>
              <Table label={t('rows')}>
                <thead>
                  <tr>
                    <Th>{t('meeting')}</Th>
                    <Th>{t('department')}</Th>
                    <Th numeric>{t('time')}</Th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ meeting, partyId, party, minutes }, index) => (
                    <tr key={`${meeting?.id ?? index}${partyId}`}>
                      <Td>
                        {meeting ? (
                          <Link
                            href={`/meetings/${meeting.id}`}
                            prefetch={false}
                            className="text-link hover:underline"
                          >
                            {formatDate(meeting.heldOn, locale, 'long')}, {meeting.forum}
                          </Link>
                        ) : (
                          t('elsewhere')
                        )}
                      </Td>
                      <Td>{party}</Td>
                      <Td numeric>{formatMinutes(minutes, locale)}</Td>
                    </tr>
                  ))}
                </tbody>
              </Table>
            </Card>
          </div>
        </div>
      )}
      <p className="mt-6 max-w-[70ch] text-sm text-muted">{t('rule')}</p>
    </>
  )
}
