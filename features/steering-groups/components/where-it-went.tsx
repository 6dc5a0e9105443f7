import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Tag } from '@/components/ui/tag'
import { plainDateOf } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import type { LeftItem } from '../queries/left-behind'

type Props = { item: LeftItem; slug?: string; locale: Locale }

/** What it became, named as far as the viewer may see it; who said so, and when. */
export async function WhereItWent({ item, slug, locale }: Props) {
  const t = await getTranslations('succession.group')
  if (!item.placement) return <Tag tone="warn">{t('unplaced')}</Tag>
  const thing = thingOf(item, slug)
  return (
    <>
      <p className="max-w-[70ch] text-sm wrap-anywhere">
        {item.placement === 'ended' || thing ? (
          <>
            {t(`became.${item.placement}`)}{' '}
            {thing ? (
              <Link href={thing.href} prefetch={false} className="text-link underline">
                {thing.words}
              </Link>
            ) : (
              item.endedReason
            )}
          </>
        ) : (
          t(`hidden.${item.placement}`)
        )}
        {item.placedBy && item.placedAt && (
          <span className="text-muted">
            {' · '}
            {t('by', {
              name: item.placedBy,
              date: formatDate(plainDateOf(item.placedAt), locale, 'numeric'),
            })}
          </span>
        )}
      </p>
      {!item.isPlaced && <Tag tone="warn">{t('gone')}</Tag>}
    </>
  )
}

function thingOf(item: LeftItem, slug?: string): { href: string; words: string } | null {
  const { placement, decision, actionItem, topic, seat } = item
  if (placement === 'decision' && decision?.body)
    return { href: `/meetings/${decision.meetingId}/minutes`, words: decision.body }
  if (placement === 'action_item' && actionItem?.title)
    return { href: `/action-items/${actionItem.id}`, words: actionItem.title }
  if (placement === 'topic' && topic?.title)
    return { href: `/meetings/topics/${topic.id}`, words: topic.title }
  if (placement === 'seat' && seat?.person)
    return {
      href: `/forums/${slug ?? ''}#seats`,
      words: [seat.person, seat.party].filter(Boolean).join(', '),
    }
  return null
}
