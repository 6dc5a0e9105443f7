import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { Register } from '@/components/ui/register'
import { listAllForums } from '@/features/forums/queries/administration'
import { SteeringGroupForm } from '@/features/steering-groups/components/steering-group-form'
import { listPlans, listSteeringGroups } from '@/features/steering-groups/queries'
import { localeFrom } from '@/i18n/locale'
import { formatDate } from '@/lib/format'

type Props = { searchParams: Promise<{ change?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('sections.steeringGroups') }
}

export default async function SteeringGroupsPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const rows = orNotFound(() => listSteeringGroups(viewer))
  const wanted = (await searchParams).change
  const chosen = rows.find(({ id }) => id === wanted)
  if (wanted && !chosen) notFound()
  const [t, admin] = await Promise.all([getTranslations('registers'), getTranslations('admin')])
  const locale = localeFrom(await getLocale())
  const forums = listAllForums(viewer).map(({ id, name }) => ({ value: id, label: name }))
  const plans = listPlans(viewer).map(({ id, name }) => ({ value: id, label: name }))

  return (
    <>
      <PageHeader
        title={admin('sections.steeringGroups')}
        crumbs={[{ label: admin('title'), href: '/admin' }, { label: admin('sections.steeringGroups') }]}
      >
        <p className="mt-2 max-w-[65ch] text-muted">{t('intro.steeringGroups')}</p>
      </PageHeader>
      <Register
        label={admin('sections.steeringGroups')}
        columns={[t('group'), t('plan'), t('area'), t('endedOn'), t('successor'), t('source')]}
        empty={t('none')}
        changeLabel={t('change')}
        rows={rows.map((group) => ({
          id: group.id,
          name: group.name,
          cells: [
            group.plan,
            group.area,
            group.endedOn && formatDate(group.endedOn, locale, 'numeric'),
            group.successor ?? t('noSuccessor'),
            group.source,
          ],
          change: {
            href: `/admin/steering-groups?change=${group.id}#form`,
            label: t('row', { name: group.name }),
          },
        }))}
        form={{
          title: chosen ? t('row', { name: chosen.name }) : t('new'),
          cancel: chosen && { href: '/admin/steering-groups', label: t('cancel') },
          content: (
            <SteeringGroupForm
              key={chosen?.id}
              group={chosen}
              plans={plans}
              forums={forums}
              locale={locale}
            />
          ),
        }}
      />
    </>
  )
}
