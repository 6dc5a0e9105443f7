import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { NewActionItemForm } from '@/features/action-items/components/new-action-item-form'
import { listResponsible } from '@/features/action-items/queries/responsible'
import { listForumsAndGroups } from '@/features/forums/queries/forums'
import { today } from '@/lib/dates'
import { can } from '@/policy'

type Props = { searchParams: Promise<{ forum?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('actionItems'))('create.title') }
}

export default async function NewActionItemPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  if (!can.settleActionItems(viewer)) notFound()
  const t = await getTranslations('actionItems')
  const day = today(new Date())
  const forums = listForumsAndGroups(viewer, day)
  const { forum } = await searchParams
  return (
    <div className="mx-auto max-w-[880px]">
      <PageHeader
        title={t('create.title')}
        crumbs={[{ label: t('many'), href: '/action-items' }, { label: t('create.title') }]}
      >
        <p className="mt-2 max-w-[70ch] text-muted">{t('create.lead')}</p>
      </PageHeader>
      <NewActionItemForm
        forums={forums.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        forum={forums.find(({ slug }) => slug === forum)?.id}
        people={listResponsible(viewer, day)}
      />
    </div>
  )
}
