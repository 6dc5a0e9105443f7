import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { PlanForm } from '@/features/plans/components/plan-form'
import { planChoices } from '@/features/plans/queries'
import { localeFrom } from '@/i18n/locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans'))('new') }
}

export default async function NewPlanPage() {
  const viewer = await requireViewer()
  const choices = orNotFound(() => planChoices(viewer))
  const [t, locale] = [await getTranslations('plans'), localeFrom(await getLocale())]
  return (
    <div className="mx-auto max-w-[720px]">
      <PageHeader title={t('new')} crumbs={[{ label: t('title'), href: '/plans' }, { label: t('new') }]} />
      <PlanForm {...choices} locale={locale} />
    </div>
  )
}
