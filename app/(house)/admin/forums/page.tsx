import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { ForumForm } from '@/features/forums/components/forum-form'
import { listAllForums, listConveners } from '@/features/forums/queries/administration'
import { listPlans } from '@/features/plans/queries'
import { localeFrom } from '@/i18n/locale'
import { formatPeriod } from '@/lib/format'
import { RegisterPage } from '../register-page'

type Props = { searchParams: Promise<{ change?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('sections.forums') }
}

export default async function AdministeredForumsPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const rows = orNotFound(() => listAllForums(viewer))
  const [t, tf] = await Promise.all([getTranslations('registers'), getTranslations('forums')])
  const locale = localeFrom(await getLocale())
  const conveners = listConveners(viewer).map(({ id, name }) => ({ value: id, label: name }))
  const plans = listPlans(viewer)
  return (
    <RegisterPage
      section="forums"
      path="/admin/forums"
      columns={[t('name'), t('kind'), t('area'), t('convener'), t('rhythm'), t('period')]}
      rows={rows}
      nameOf={(forum) => forum.name}
      cellsOf={(forum) => [
        tf(`kind.${forum.kind}`),
        forum.area,
        forum.convener ?? t('nobody'),
        forum.rhythm,
        formatPeriod(forum.validFrom, forum.validTo, locale),
      ]}
      wanted={(await searchParams).change}
      form={(chosen) => (
        <ForumForm
          key={chosen?.id}
          forum={chosen}
          conveners={conveners}
          plans={plans
            .filter(({ areaId }) => areaId === chosen?.areaId)
            .map(({ id, name }) => ({ value: id, label: name }))}
          locale={locale}
        />
      )}
    />
  )
}
