import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { MoreLink } from '@/components/ui/more-link'
import { PageHeader } from '@/components/ui/page-header'
import { Closing } from '@/features/steering-groups/components/closing'
import { GroupFacts } from '@/features/steering-groups/components/group-facts'
import { LeaveForm } from '@/features/steering-groups/components/leave-form'
import { LeftList } from '@/features/steering-groups/components/left-list'
import { groupPageInput } from '@/features/steering-groups/input'
import { getLedgerGroup } from '@/features/steering-groups/queries/ledger'
import { listLeftBehind } from '@/features/steering-groups/queries/left-behind'
import { listPlaces } from '@/features/steering-groups/queries/places'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { can } from '@/policy'

type Props = {
  params: Promise<{ group: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const load = cache(async (id: string) => {
  const viewer = await requireViewer()
  return { viewer, group: orNotFound(() => getLedgerGroup(viewer, id)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).group)).group.name }
}

export default async function LedgerGroupPage({ params, searchParams }: Props) {
  const { viewer, group } = await load((await params).group)
  const [t, forumWords] = await Promise.all([getTranslations('succession'), getTranslations('forums')])
  const locale = localeFrom(await getLocale())
  const items = listLeftBehind(viewer, group.id)
  const keeps = can.keepSuccession(viewer)
  const asked = groupPageInput.parse(await searchParams)
  const item = keeps ? items.find(({ id }) => id === asked.place) : undefined
  const placing = item && {
    id: item.id,
    places: listPlaces(viewer, group.forum?.id ?? null, item.kind, today(new Date())),
  }
  return (
    <>
      <PageHeader
        title={group.name}
        crumbs={[
          { label: forumWords('title'), href: '/forums' },
          { label: t('title'), href: '/forums/succession' },
          { label: group.plan },
        ]}
      />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[1.6fr_1fr]">
        <Card title={t('group.left')} className="min-w-0">
          <LeftList group={group} items={items} keeps={keeps} placing={placing} locale={locale} />
          {keeps && !placing && <LeaveForm group={group} />}
        </Card>
        <div className="min-w-0 space-y-6">
          <Card title={t('group.state')}>
            <Closing group={group} keeps={keeps} locale={locale} />
          </Card>
          <Card title={t('group.facts')}>
            <GroupFacts group={group} locale={locale} />
            {can.administer(viewer) && (
              <MoreLink href={`/admin/steering-groups?change=${group.id}`} noPrint>
                {t('group.change')}
              </MoreLink>
            )}
          </Card>
        </div>
      </div>
    </>
  )
}
