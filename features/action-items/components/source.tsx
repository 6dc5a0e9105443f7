import { getTranslations } from 'next-intl/server'
import { ForumMark } from '@/components/ui/forum-mark'
import { decisionLabel } from '@/features/decisions/rules'
import { formatDate, type Locale } from '@/lib/format'
import type { ListedActionItem } from '../queries/row'

/** Which forum, and where it was agreed, as far as this viewer may see that. */
export async function Source({ item, locale }: { item: ListedActionItem; locale: Locale }) {
  return (
    <>
      <ForumMark mark={item.forum.mark} className="mr-2" />
      {item.forum.shortName} · {await sourceText(item, locale)}
    </>
  )
}

/** "beslutning 31, den 31. oktober"; the nearest thing one may name. */
export async function sourceText(item: ListedActionItem, locale: Locale): Promise<string> {
  const t = await getTranslations('actionItems.source')
  const date = formatDate(item.meeting?.heldOn ?? item.agreedOn, locale, 'dayMonth')
  if (item.decision?.number) {
    const { number, ...decision } = item.decision
    return t('decision', { number: decisionLabel({ number, ...decision }), date })
  }
  if (item.agendaItem) return t('item', { title: item.agendaItem.title, date })
  return t(item.meeting ? 'meeting' : 'outside', { date })
}

/** Where the nearest thing one may name can be read. */
export function addressOfSource({ decision, meeting }: ListedActionItem): string | null {
  if (decision?.number) return `/decisions/${decision.id}`
  return meeting && `/meetings/${meeting.id}`
}
