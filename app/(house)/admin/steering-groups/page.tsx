import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { listAllForums } from '@/features/forums/queries/administration'
import { SteeringGroupForm } from '@/features/steering-groups/components/steering-group-form'
import { listPlans, listSteeringGroups } from '@/features/steering-groups/queries/administration'
import { localeFrom } from '@/i18n/locale'
import { formatDate } from '@/lib/format'
import { RegisterPage } from '../register-page'

type Props = { searchParams: Promise<{ change?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('sections.steeringGroups') }
}

export default async function SteeringGroupsPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const rows = orNotFound(() => listSteeringGroups(viewer))
  const [t, locale] = [await getTranslations('registers'), localeFrom(await getLocale())]
  const forums = listAllForums(viewer)
    .filter(({ kind }) => kind === 'forum')
    .map(({ id, name }) => ({ value: id, label: name }))
  const plans = listPlans(viewer).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <RegisterPage
      section="steeringGroups"
      path="/admin/steering-groups"
      columns={[t('group'), t('plan'), t('area'), t('endedOn'), t('successor'), t('source')]}
      rows={rows}
      nameOf={(group) => group.name}
      cellsOf={(group) => [
        group.plan,
        group.area,
        group.endedOn && formatDate(group.endedOn, locale, 'numeric'),
        group.successor ?? t('noSuccessor'),
        group.source,
      ]}
      wanted={(await searchParams).change}
      form={(chosen) => (
        <SteeringGroupForm key={chosen?.id} group={chosen} plans={plans} forums={forums} locale={locale} />
      )}
    />
  )
}
