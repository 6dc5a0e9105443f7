import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { ChainLine } from '@/features/enquiries/chain/components/chain-line'
import { listChains } from '@/features/enquiries/chain/queries'
import { listForumsAndGroups } from '@/features/forums/queries/forums'
import { listTopicAttachments } from '@/features/meetings/attachments/queries'
import { TopicHistory } from '@/features/meetings/topics/components/topic-history'
import { TopicSteps } from '@/features/meetings/topics/components/topic-steps'
import { getTopic } from '@/features/meetings/topics/queries'
import { today } from '@/lib/dates'
import { can } from '@/policy'

type Props = { params: Promise<{ topic: string }> }

const find = cache(async (id: string) => {
  const viewer = await requireViewer()
  return { viewer, topic: orNotFound(() => getTopic(viewer, id)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await find((await params).topic)).topic.title }
}

export default async function TopicPage({ params }: Props) {
  const { viewer, topic } = await find((await params).topic)
  const [t, tm, shell, locale] = await Promise.all([
    getTranslations('topics'),
    getTranslations('meetings'),
    getTranslations('shell'),
    getLocale(),
  ])
  const convenes = can.conveneMeetings(viewer)
  const forums = convenes ? listForumsAndGroups(viewer, today(new Date())) : []
  return (
    <div className="max-w-[720px]">
      <PageHeader
        title={topic.title}
        crumbs={[{ label: tm('title'), href: '/meetings' }, { label: t('title') }]}
        crumbsLabel={shell('crumbs')}
      >
        <p className="mt-1 text-muted">
          {t('appearances', { count: topic.appearances.length })} {topic.standing && t('standing')}{' '}
          {topic.closedAt && t('closed')}
        </p>
      </PageHeader>
      {convenes && (
        <TopicSteps
          topic={topic}
          forums={forums.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        />
      )}
      <ChainLine chains={listChains(viewer, { topicId: topic.id })} locale={locale} />
      <TopicHistory topic={topic} attached={listTopicAttachments(viewer, topic.id)} locale={locale} />
    </div>
  )
}
