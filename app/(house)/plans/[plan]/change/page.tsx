import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { PlanForm } from '@/features/plans/components/plan-form'
import { getPlan } from '@/features/plans/queries'
import { localeFrom } from '@/i18n/locale'
import { can } from '@/policy'

type Props = { params: Promise<{ plan: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans'))('change') }
}

export default async function ChangePlanPage({ params }: Props) {
  const viewer = await requireViewer()
  const { plan: id } = await params
  const plan = orNotFound(() => getPlan(viewer, id))
  if (plan.successor || !can.editPlan(viewer, plan)) notFound()
  const [t, locale] = [await getTranslations('plans'), localeFrom(await getLocale())]
  return (
    <div className="mx-auto max-w-[720px]">
      <PageHeader
        title={t('change')}
        crumbs={[
          { label: t('title'), href: '/plans' },
          { label: plan.name, href: `/plans/${id}` },
          { label: t('change') },
        ]}
      />
      <PlanForm plan={plan} locale={locale} />
    </div>
  )
}
