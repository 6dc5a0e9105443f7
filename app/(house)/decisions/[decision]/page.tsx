import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ForumMark } from '@/components/ui/forum-mark'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { ActionItemRow } from '@/features/action-items/components/action-item-row'
import { listOfDecision } from '@/features/action-items/queries/of-decision'
import { DecisionFacts } from '@/features/decisions/components/decision-facts'
import { decisionName } from '@/features/decisions/components/decision-name'
import { getDecision } from '@/features/decisions/queries'
import { ChainLine } from '@/features/enquiries/chain/components/chain-line'
import { listChains } from '@/features/enquiries/chain/queries'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { can } from '@/policy'

type Props = { params: Promise<{ decision: string }> }

const load = cache(async (id: string) => {
  const viewer = await requireViewer()
  return { viewer, decision: orNotFound(() => getDecision(viewer, id)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { decision } = await load((await params).decision)
  return { title: `${await decisionName(decision)} · ${decision.forum.name}` }
}

export default async function DecisionPage({ params }: Props) {
  const { viewer, decision } = await load((await params).decision)
  const [t, forums, locale] = [
    await getTranslations('forums.decisions'),
    await getTranslations('forums'),
    localeFrom(await getLocale()),
  ]
  const day = today(new Date())
  const name = await decisionName(decision)
  const { id, forum, state, number } = decision
  const items = listOfDecision(viewer, decision)
  return (
    <div className="mx-auto max-w-[880px] space-y-6">
      <PageHeader
        title={name}
        crumbs={[
          { label: forums('title'), href: '/forums' },
          { label: forum.name, href: `/forums/${forum.slug}` },
          { label: name },
        ]}
        aside={
          can.conveneMeetings(viewer) &&
          state === 'in_force' &&
          number !== null && (
            <ButtonLink href={`/forums/${forum.slug}?decisions=all&decision=${id}#${id}`} variant="quiet">
              {t('changeState')}
            </ButtonLink>
          )
        }
      >
        <p className="mt-1 flex flex-wrap items-center gap-x-3">
          <span className="text-muted">
            <ForumMark mark={forum.mark} className="mr-2" />
            {forum.name}
          </span>
          <Tag tone={state === 'in_force' || state === 'carried_out' ? 'ok' : 'plain'}>
            {state === 'in_force' ? t('inForce') : t(`settle.${state}`)}
          </Tag>
        </p>
      </PageHeader>
      <Card title={t('text')} accent="brand">
        <p className="max-w-[70ch] whitespace-pre-line wrap-anywhere">{decision.body}</p>
      </Card>
      <ChainLine chains={listChains(viewer, { topicId: decision.item.topicId })} locale={locale} />
      <Card>
        <DecisionFacts decision={decision} today={day} locale={locale} />
      </Card>
      <Card title={t('items')}>
        {items.length === 0 && <p className="text-muted">{t('noItems')}</p>}
        <ul>
          {items.map((item) => (
            <ActionItemRow key={item.id} item={item} today={day} locale={locale} />
          ))}
        </ul>
      </Card>
    </div>
  )
}
