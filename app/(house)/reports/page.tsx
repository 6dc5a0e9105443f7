import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Table, Td, Th } from '@/components/ui/table'
import { ReportForm } from '@/features/reports/components/report-form'
import { listGiven } from '@/features/reports/queries/given'
import { readersOf } from '@/features/reports/queries/scope'
import { localeFrom } from '@/i18n/locale'
import { plainDateOf, today } from '@/lib/dates'
import { formatDate, formatPeriod } from '@/lib/format'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('title') }
}

export default async function ReportsPage() {
  const viewer = await requireViewer()
  if (readersOf(viewer).length === 0) notFound()
  const [t, locale] = [await getTranslations('reports'), localeFrom(await getLocale())]
  const given = listGiven(viewer)
  return (
    <div className="mx-auto max-w-[880px]">
      <PageHeader title={t('title')}>
        <p className="mt-1 max-w-[70ch] text-muted">{t('lead')}</p>
      </PageHeader>
      <div className="space-y-6">
        <Card title={t('make')}>
          <ReportForm viewer={viewer} today={today(new Date())} />
        </Card>
        <Card title={t('given.title')}>
          {given.length === 0 ? (
            <Empty>
              {t('given.none')} {t('given.noneWhy')}
            </Empty>
          ) : (
            <Table label={t('given.title')}>
              <thead>
                <tr>
                  <Th>{t('given.name')}</Th>
                  <Th>{t('given.to')}</Th>
                  <Th>{t('given.on')}</Th>
                  <Th>{t('given.by')}</Th>
                </tr>
              </thead>
              <tbody>
                {given.map(({ id, reader, startsOn, endsOn, givenTo, givenAt, person }) => (
                  <tr key={id}>
                    <Th scope="row">
                      <Link
                        href={`/reports/${id}`}
                        prefetch={false}
                        className="inline-flex min-h-6 items-center text-link hover:underline"
                      >
                        {t(`reader.${reader}`)}, {formatPeriod(startsOn, endsOn, locale)}
                      </Link>
                    </Th>
                    <Td>{givenTo}</Td>
                    <Td>{formatDate(plainDateOf(givenAt), locale, 'long')}</Td>
                    <Td>{person}</Td>
                  </tr>
                ))}
              </tbody>
            </Table>
          )}
        </Card>
      </div>
    </div>
  )
}
