import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Confirmation, LineFacts } from '@/features/hours/components/confirmation'
import { ConfirmedQuarters } from '@/features/hours/components/confirmed-quarters'
import { Confirmers } from '@/features/hours/components/confirmers'
import { hoursInput } from '@/features/hours/input'
import { listConfirmedQuarters, pastQuarters, readAccount } from '@/features/hours/queries/confirmation'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { formatInstant } from '@/lib/format'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const load = cache(async (address: Props['searchParams']) => {
  const viewer = await requireViewer()
  const { department, year, quarter } = hoursInput.parse(await address)
  if (!department || !year || !quarter) return { viewer, account: null }
  const account = orNotFound(() => readAccount(viewer, department, { year, quarter }, today(new Date())))
  return { viewer, account }
})

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { account } = await load(searchParams)
  return { title: await titleOf(account) }
}

async function titleOf(account: Awaited<ReturnType<typeof load>>['account']) {
  const t = await getTranslations('hours.confirm')
  if (!account) return t('overview')
  const { party, quarter } = account
  return t('title', { party: party.shortName, quarter: String(quarter.quarter), year: String(quarter.year) })
}

export default async function ConfirmHoursPage({ searchParams }: Props) {
  const { viewer, account } = await load(searchParams)
  const [t, locale] = [await getTranslations('hours'), localeFrom(await getLocale())]
  const title = await titleOf(account)
  const up = [
    { label: t('title'), href: '/hours' },
    ...(account ? [{ label: t('confirm.overview'), href: '/hours/confirm' }] : []),
  ]
  if (!account) {
    const quarters = pastQuarters(today(new Date()))
    const departments = orNotFound(() => listConfirmedQuarters(viewer, quarters))
    return (
      <>
        <PageHeader title={title} crumbs={[...up, { label: title }]}>
          <p className="mt-1 max-w-[70ch] text-muted">{t('confirm.lead')}</p>
        </PageHeader>
        <ConfirmedQuarters departments={departments} quarters={quarters} locale={locale} />
      </>
    )
  }
  const { lines, history, unfinished, isOver, mayConfirm } = account
  return (
    <>
      <PageHeader title={title} crumbs={[...up, { label: title }]}>
        <p className="mt-1 text-muted">{account.party.name}</p>
      </PageHeader>
      {!isOver && <Banner tone="info">{t('confirm.notOver')}</Banner>}
      {isOver && unfinished > 0 && (
        <Banner tone="warn">{t('confirm.unfinished', { count: unfinished })}</Banner>
      )}
      {isOver && !mayConfirm && history.length === 0 && (
        <Banner tone="info">{t('confirm.notYet', { party: account.party.shortName })}</Banner>
      )}
      <div className="space-y-6">
        {lines.length === 0 && <Empty>{t('confirm.nothing')}</Empty>}
        {lines.length > 0 && isOver && mayConfirm && <Confirmation account={account} locale={locale} />}
        {lines.length > 0 && !(isOver && mayConfirm) && (
          <Card title={t('confirm.lines')}>
            <ul>
              {lines.map((line) => (
                <li key={line.planId} className="border-b border-line py-3 last:border-b-0">
                  <LineFacts line={line} locale={locale} />
                </li>
              ))}
            </ul>
          </Card>
        )}
        {history.length > 0 && (
          <Card title={t('confirm.history')}>
            <ul>
              {history.map(({ id, at, by }) => (
                <li key={id}>{t('confirm.given', { by, at: formatInstant(at, locale) })}</li>
              ))}
            </ul>
          </Card>
        )}
        <Confirmers account={account} viewer={viewer} />
      </div>
    </>
  )
}
