import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { Button } from '@/components/ui/button'
import { Choices } from '@/components/ui/choices'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { ForumsCompared } from '@/features/steering-groups/components/forums-compared'
import { LedgerTable } from '@/features/steering-groups/components/ledger-table'
import { MeetingAlone } from '@/features/steering-groups/components/meeting-alone'
import { MeetingsCompared } from '@/features/steering-groups/components/meetings-compared'
import { ledgerInput } from '@/features/steering-groups/input'
import { compareBeforeAfter, listMeetingYears } from '@/features/steering-groups/queries/before-after'
import { listLedger } from '@/features/steering-groups/queries/ledger'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { can } from '@/policy'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('succession'))('title') }
}

export default async function SuccessionPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const [t, forumWords] = await Promise.all([getTranslations('succession'), getTranslations('forums')])
  const locale = localeFrom(await getLocale())
  const day = today(new Date())
  const asked = ledgerInput.parse(await searchParams)
  const years = orNotFound(() => listMeetingYears(viewer, day))
  const year = years.find((one) => one === asked.year) ?? Number(day.slice(0, 4))
  const compared = compareBeforeAfter(viewer, year, day)
  const groups = listLedger(viewer, asked.forum)
  const byForum = [...Map.groupBy(groups, ({ forum }) => forum?.id ?? '')]
  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[{ label: forumWords('title'), href: '/forums' }, { label: t('title') }]}
      >
        <p className="mt-2 max-w-[70ch] text-muted">{t('lead')}</p>
      </PageHeader>
      <MeetingAlone viewer={viewer} today={day} />
      <form method="get" className="no-print mb-4 flex flex-wrap items-end gap-x-4 gap-y-3 text-sm">
        {asked.forum && <input type="hidden" name="forum" value={asked.forum} />}
        <Choices
          name="year"
          label={t('year')}
          chosen={String(year)}
          choices={years.map((one) => ({ value: String(one), label: String(one) }))}
        />
        <Button className="text-sm">{t('show')}</Button>
      </form>
      <div className="mb-8 grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <ForumsCompared
          compared={compared}
          keeps={can.keepSuccession(viewer)}
          editing={asked.edit === 'count'}
          locale={locale}
        />
        <MeetingsCompared compared={compared} locale={locale} />
      </div>
      <div id="groups" className="scroll-mt-24 space-y-6">
        {byForum.length === 0 && <Empty>{t('ledger.none')}</Empty>}
        {byForum.map(([forum, own]) => (
          <LedgerTable key={forum} groups={own} />
        ))}
      </div>
      <p className="mt-4 text-sm text-muted">
        {t('ledger.illustrative')}{' '}
        {asked.forum && (
          <Link
            href="/forums/succession#groups"
            prefetch={false}
            className="inline-flex min-h-6 items-center text-link hover:underline"
          >
            {t('ledger.all')}
          </Link>
        )}
      </p>
    </>
  )
}
