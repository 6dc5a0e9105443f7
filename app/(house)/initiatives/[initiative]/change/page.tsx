import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { INITIATIVE_FORM, InitiativeForm } from '@/features/initiatives/components/initiative-form'
import { Suggestions } from '@/features/initiatives/overlaps/components/suggestions'
import { suggestWhileWritten } from '@/features/initiatives/overlaps/queries/suggest'
import { getInitiative } from '@/features/initiatives/queries'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { can } from '@/policy'

type Props = { params: Promise<{ initiative: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('initiatives'))('change') }
}

export default async function ChangeInitiativePage({ params }: Props) {
  const viewer = await requireViewer()
  const { initiative: id } = await params
  const initiative = orNotFound(() => getInitiative(viewer, id))
  if (!can.editInitiative(viewer, initiative)) notFound()
  const [t, locale] = [await getTranslations('initiatives'), localeFrom(await getLocale())]
  const found = suggestWhileWritten(viewer, { ...initiative, initiativeId: id })
  return (
    <>
      <PageHeader
        title={t('change')}
        crumbs={[
          { label: t('title'), href: '/initiatives' },
          { label: initiative.title, href: `/initiatives/${id}` },
          { label: t('change') },
        ]}
      />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[1.6fr_1fr]">
        <InitiativeForm
          plan={{ ...initiative, id: initiative.planId }}
          initiative={initiative}
          viewer={viewer}
          today={today(new Date())}
          locale={locale}
        />
        <Suggestions
          form={INITIATIVE_FORM}
          asked={{ planId: initiative.planId, initiativeId: id }}
          found={found}
          locale={locale}
        />
      </div>
    </>
  )
}
