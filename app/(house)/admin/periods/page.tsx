import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { Register } from '@/components/ui/register'
import { PeriodForm } from '@/features/periods/components/period-form'
import { listPeriods } from '@/features/periods/queries'
import { localeFrom } from '@/i18n/locale'
import { formatPeriod } from '@/lib/format'

type Props = { searchParams: Promise<{ change?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('sections.periods') }
}

export default async function PeriodsPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const rows = orNotFound(() => listPeriods(viewer))
  const wanted = (await searchParams).change
  const chosen = rows.find(({ id }) => id === wanted)
  if (wanted && !chosen) notFound()
  const [t, admin] = await Promise.all([getTranslations('registers'), getTranslations('admin')])
  const locale = localeFrom(await getLocale())

  return (
    <>
      <PageHeader
        title={admin('sections.periods')}
        crumbs={[{ label: admin('title'), href: '/admin' }, { label: admin('sections.periods') }]}
      >
        <p className="mt-2 max-w-[65ch] text-muted">{t('intro.periods')}</p>
      </PageHeader>
      <Register
        label={admin('sections.periods')}
        columns={[t('period'), t('startsOn'), t('source')]}
        empty={t('none')}
        changeLabel={t('change')}
        rows={rows.map((period) => ({
          id: period.id,
          name: period.name,
          cells: [formatPeriod(period.startsOn, period.endsOn, locale), period.source],
          change: { href: `/admin/periods?change=${period.id}#form`, label: t('row', { name: period.name }) },
        }))}
        form={{
          title: chosen ? t('row', { name: chosen.name }) : t('new'),
          cancel: chosen && { href: '/admin/periods', label: t('cancel') },
          content: <PeriodForm key={chosen?.id} period={chosen} locale={locale} />,
        }}
      />
    </>
  )
}
