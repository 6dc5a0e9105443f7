import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { Button } from '@/components/ui/button'
import { DayChoice } from '@/components/ui/choices'
import { PageHeader } from '@/components/ui/page-header'
import { nameClassifications } from '@/features/classifications/queries'
import { FiguresCards } from '@/features/enquiries/figures/components/figures-cards'
import { figuresInput } from '@/features/enquiries/figures/input'
import { countEnquiries } from '@/features/enquiries/figures/queries'
import { localeFrom } from '@/i18n/locale'
import { addMonths, today } from '@/lib/dates'
import { formatPeriod } from '@/lib/format'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** A year, unless another period is asked for. */
const MONTHS = 12

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('enquiries'))('figures.title') }
}

export default async function FiguresPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const [t, locale] = [await getTranslations('enquiries'), localeFrom(await getLocale())]
  const day = today(new Date())
  const asked = figuresInput.parse(await searchParams)
  const to = asked.to ?? day
  const from = asked.from ?? addMonths(to, -MONTHS)
  const figures = orNotFound(() => countEnquiries(viewer, from, to, day))
  const rowsAt = (filter: Record<string, string>) =>
    `/enquiries?${new URLSearchParams({ tab: 'all', from, to, ...filter })}`
  return (
    <div className="mx-auto max-w-[880px]">
      <PageHeader
        title={t('figures.title')}
        crumbs={[{ label: t('title'), href: '/enquiries' }, { label: t('figures.title') }]}
      >
        <p className="mt-1 text-muted">{t('figures.period', { period: formatPeriod(from, to, locale) })}</p>
      </PageHeader>
      <form method="get" className="no-print mb-6 flex flex-wrap items-end gap-x-4 gap-y-3 text-sm">
        <DayChoice name="from" label={t('figures.from')} chosen={from} />
        <DayChoice name="to" label={t('figures.to')} chosen={to} />
        <Button className="text-sm">{t('figures.show')}</Button>
      </form>
      <FiguresCards figures={figures} themeNames={nameClassifications(locale)} rowsAt={rowsAt} />
      <p className="mt-6 max-w-[70ch] text-sm text-muted">{t('figures.lead')}</p>
    </div>
  )
}
