import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { MoreLink } from '@/components/ui/more-link'
import type { PlainDate } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import { listDecisions } from '../queries/record'
import { DecisionList } from './decision-list'
import { SettledDecisions } from './settled-decisions'

/** `wanted`: the decision about which something is to be said. */
type Props = {
  forumId: string
  viewer: Viewer
  all: boolean
  wanted?: string
  today: PlainDate
  locale: Locale
}

/** What the forum decided and what still holds of it. */
export async function ForumDecisions({ forumId, viewer, all, wanted, today, locale }: Props) {
  const t = await getTranslations('forums.decisions')
  const { inForce, settled } = listDecisions(viewer, forumId, { all })
  const total = inForce[0]?.total ?? 0
  return (
    <Card title={t('title')}>
      {inForce.length === 0 && <p className="text-muted">{t('none')}</p>}
      <DecisionList
        decisions={inForce}
        convenes={can.conveneMeetings(viewer)}
        {...{ wanted, all, today, locale }}
      />
      <SettledDecisions decisions={settled} locale={locale} />
      {total > inForce.length && (
        <MoreLink href="?decisions=all">{t('all', { count: String(total) })}</MoreLink>
      )}
    </Card>
  )
}
