import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { PageHeader } from '@/components/ui/page-header'
import { Files } from '@/features/reports/components/files'
import { GiveForm } from '@/features/reports/components/give-form'
import { ReportForm } from '@/features/reports/components/report-form'
import { ReportSheet } from '@/features/reports/components/report-sheet'
import { reportInput } from '@/features/reports/input'
import { makeReport } from '@/features/reports/queries/report'
import { addressOf } from '@/features/reports/rules'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { can, isTeam } from '@/policy'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Counted once for the heading of the window and the page. */
const load = cache(async (asked: string) => {
  const [viewer, locale] = [await requireViewer(), localeFrom(await getLocale())]
  const address = reportInput.parse(JSON.parse(asked))
  return { viewer, report: orNotFound(() => makeReport(viewer, address, locale, new Date())), address }
})

const loadFor = async (searchParams: Props['searchParams']) => load(JSON.stringify(await searchParams))

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: (await loadFor(searchParams)).report.title }
}

export default async function AccountPage({ searchParams }: Props) {
  const { viewer, report, address } = await loadFor(searchParams)
  const t = await getTranslations('reports')
  const asked = { ...address, from: report.from, to: report.to }
  return (
    <div className="mx-auto max-w-[880px]">
      <PageHeader
        title={report.title}
        crumbs={[{ label: t('title'), href: '/reports' }, { label: report.title }]}
      >
        <p className="mt-1 text-muted">
          {report.forum} · {report.extracted}
        </p>
        {report.reader === 'committee' && !isTeam(viewer) && <p className="text-muted">{t('ownEyes')}</p>}
      </PageHeader>
      <div className="no-print mb-8 space-y-2 border-b border-line pb-4 text-sm">
        <Files path="/reports/account" query={`?${addressOf(asked)}`} />
        <Disclosure summary={t('change')}>
          <ReportForm viewer={viewer} chosen={asked} today={today(new Date())} />
        </Disclosure>
      </div>
      <ReportSheet report={report} />
      {can.giveReport(viewer) && (
        <Card title={t('given.make')} className="no-print mt-10 max-w-[720px]">
          <GiveForm report={report} address={asked} />
        </Card>
      )}
    </div>
  )
}
