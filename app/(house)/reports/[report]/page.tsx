import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { Banner } from '@/components/ui/banner'
import { PageHeader } from '@/components/ui/page-header'
import { Files } from '@/features/reports/components/files'
import { ReportSheet } from '@/features/reports/components/report-sheet'
import { getGiven } from '@/features/reports/queries/given'
import { localeFrom } from '@/i18n/locale'
import { plainDateOf } from '@/lib/dates'
import { formatDate } from '@/lib/format'

type Props = { params: Promise<{ report: string }> }

const load = cache(async (id: string) => {
  const viewer = await requireViewer()
  return orNotFound(() => getGiven(viewer, id))
})

const titleOf = async ({ report, givenTo }: Awaited<ReturnType<typeof load>>) =>
  report?.title ?? `${(await getTranslations('reports'))('given.name')}: ${givenTo}`

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await titleOf(await load((await params).report)) }
}

export default async function GivenReportPage({ params }: Props) {
  const given = await load((await params).report)
  const [t, locale] = [await getTranslations('reports'), localeFrom(await getLocale())]
  const title = await titleOf(given)
  const { id, report, givenTo, givenAt, person } = given
  return (
    <div className="mx-auto max-w-[880px]">
      <PageHeader title={title} crumbs={[{ label: t('title'), href: '/reports' }, { label: title }]}>
        {report && (
          <p className="mt-1 text-muted" lang={report.locale}>
            {report.forum} · {report.extracted}
          </p>
        )}
      </PageHeader>
      <Banner tone="info">
        {t('given.notice', { to: givenTo, date: formatDate(plainDateOf(givenAt), locale, 'long'), person })}
      </Banner>
      {report ? (
        <>
          <div className="no-print mt-4 mb-8 border-b border-line pb-4 text-sm">
            <Files path={`/reports/${id}`} />
          </div>
          <ReportSheet report={report} />
        </>
      ) : (
        <p className="mt-6 max-w-[70ch]">{t('given.unreadable')}</p>
      )}
    </div>
  )
}
