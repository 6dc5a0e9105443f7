import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/session'
import { PeriodForm } from '@/features/periods/components/period-form'
import { listPeriods } from '@/features/periods/queries'
import { localeFrom } from '@/i18n/locale'
import { formatDate, formatPeriod } from '@/lib/format'
import { can } from '@/policy'
import { RegisterPage } from '../register-page'

type Props = { searchParams: Promise<{ change?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('sections.periods') }
}

export default async function PeriodsPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  if (!can.administer(viewer)) notFound()
  const [t, locale] = [await getTranslations('registers'), localeFrom(await getLocale())]
  return (
    <RegisterPage
      section="periods"
      path="/admin/periods"
      columns={[t('name'), t('period'), t('teamEndsOn'), t('source')]}
      rows={listPeriods(viewer)}
      nameOf={(period) => period.name}
      cellsOf={(period) => [
        formatPeriod(period.startsOn, period.endsOn, locale),
        period.teamEndsOn && formatDate(period.teamEndsOn, locale, 'numeric'),
        period.source,
      ]}
      wanted={(await searchParams).change}
      form={(chosen) => <PeriodForm key={chosen?.id} period={chosen} locale={locale} />}
    />
  )
}
