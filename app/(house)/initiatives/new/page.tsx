import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { INITIATIVE_FORM, InitiativeForm } from '@/features/initiatives/components/initiative-form'
import { Suggestions } from '@/features/initiatives/overlaps/components/suggestions'
import { getPlan } from '@/features/plans/queries'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { can } from '@/policy'

type Props = { searchParams: Promise<{ plan?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('initiatives'))('new') }
}

export default async function NewInitiativePage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const { plan: id } = await searchParams
  const plan = orNotFound(() => getPlan(viewer, String(id)))
  if (plan.successor || !can.editInitiative(viewer, { ...plan, state: 'draft', forumIds: [] })) notFound()
  const [t, locale] = [await getTranslations('initiatives'), localeFrom(await getLocale())]
  return (
    <>
      <PageHeader
        title={t('new')}
        crumbs={[
          { label: t('title'), href: '/initiatives' },
          { label: plan.name, href: `/plans/${plan.id}` },
          { label: t('new') },
        ]}
      />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[1.6fr_1fr]">
        <InitiativeForm plan={plan} viewer={viewer} today={today(new Date())} locale={locale} />
        <Suggestions form={INITIATIVE_FORM} locale={locale} />
      </div>
    </>
  )
}
