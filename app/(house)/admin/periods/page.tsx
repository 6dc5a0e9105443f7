import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { PeriodForm } from '@/features/periods/components/period-form'
import { listPeriods } from '@/features/periods/queries'
import { localeFrom } from '@/i18n/locale'
import { formatPeriod } from '@/lib/format'
import { RegisterPage } from '../register-page'

type Props = { searchParams: Promise<{ change?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('sections.periods') }
}

export default async function PeriodsPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const rows = orNotFound(() => listPeriods(viewer))
  const [t, locale] = [await getTranslations('registers'), localeFrom(await getLocale())]
  return (
    <RegisterPage
      section="periods"
      path="/admin/periods"
      columns={[t('name'), t('period'), t('source')]}
      rows={rows}
      nameOf={(period) => period.name}
      cellsOf={(period) => [formatPeriod(period.startsOn, period.endsOn, locale), period.source]}
      wanted={(await searchParams).change}
      form={(chosen) => <PeriodForm key={chosen?.id} period={chosen} locale={locale} />}
    />
  )
}
