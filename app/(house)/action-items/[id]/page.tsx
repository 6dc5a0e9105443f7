import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { ForumMark } from '@/components/ui/forum-mark'
import { PageHeader } from '@/components/ui/page-header'
import { Actions } from '@/features/action-items/components/actions'
import { placeInList } from '@/features/action-items/components/addresses'
import { Facts } from '@/features/action-items/components/facts'
import { Followers } from '@/features/action-items/components/followers'
import { Release } from '@/features/action-items/components/release'
import { StateSentence } from '@/features/action-items/components/state-sentence'
import { Story } from '@/features/action-items/components/story'
import { Reminders } from '@/features/action-items/follow-up/components/reminders'
import { getActionItem } from '@/features/action-items/queries/detail'
import { listColleagues, listResponsible } from '@/features/action-items/queries/responsible'
import { ChainLine } from '@/features/enquiries/chain/components/chain-line'
import { listChains } from '@/features/enquiries/chain/queries'
import { Evidence } from '@/features/meetings/attachments/components/evidence'
import { About } from '@/features/plans/components/about'
import { aboutChoices, getAbout } from '@/features/plans/mentions/queries'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { can } from '@/policy'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ do?: string | string[]; from?: string | string[]; about?: string }>
}

const load = cache(async (id: string) => {
  const viewer = await requireViewer()
  return { viewer, item: orNotFound(() => getActionItem(viewer, id)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { item } = await load((await params).id)
  return { title: item.title }
}

export default async function ActionItemPage({ params, searchParams }: Props) {
  const { viewer, item } = await load((await params).id)
  const [t, locale] = [await getTranslations('actionItems'), localeFrom(await getLocale())]
  const day = today(new Date())
  const people = can.settleActionItems(viewer)
    ? listResponsible(viewer, day)
    : listColleagues(viewer, item, day)
  const { do: step, from, about } = await searchParams
  const wanted = String(step ?? '')
  return (
    <div className="mx-auto max-w-[880px]">
      <PageHeader
        title={item.title}
        crumbs={[{ label: t('many'), href: placeInList(item.id, from) }, { label: t('one') }]}
      >
        <p className="mt-1 text-muted">
          <ForumMark mark={item.forum.mark} className="mr-2" />
          {item.forum.shortName}
        </p>
        <StateSentence item={item} locale={locale} />
      </PageHeader>
      <Release item={item} viewer={viewer} />
      <Facts item={item} viewer={viewer} today={day} locale={locale} />
      <About
        at="action_item"
        id={item.id}
        about={getAbout(viewer, item.id)}
        choices={about === '1' ? aboutChoices(viewer, item.forumId) : []}
        ask={can.conveneMeetings(viewer) ? '?about=1' : undefined}
      />
      <ChainLine
        chains={listChains(viewer, { actionItemId: item.id, agendaItemId: item.agendaItem?.id ?? null })}
        locale={locale}
      />
      <Actions item={item} viewer={viewer} people={people} wanted={wanted} locale={locale} />
      <Evidence item={item} viewer={viewer} locale={locale} />
      <Followers item={item} viewer={viewer} people={people} />
      <Reminders item={item} viewer={viewer} locale={locale} />
      {item.story && (
        <section className="mt-10">
          <h2 className="mb-3 text-sm font-semibold text-muted">{t('history.title')}</h2>
          <Story steps={item.story} locale={locale} />
        </section>
      )}
    </div>
  )
}
