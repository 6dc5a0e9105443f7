import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { plainDateOf } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import type { LastWords } from '../queries/last-words'
import type { ListedActionItem } from '../queries/row'
import { itemHref } from './addresses'

type Props = { items: ListedActionItem[]; words: Map<string, LastWords>; locale: Locale; list?: string }

/** What asks nothing of the reader any more: when, what, and how it stands. */
export async function SettledList({ items, words, locale, list }: Props) {
  const t = await getTranslations('actionItems')
  return (
    <ul>
      {items.map((item) => {
        const at = item.closedAt ?? words.get(item.id)?.at
        return (
          <li
            key={item.id}
            id={item.id}
            className="flex scroll-mt-24 gap-4 border-b border-line py-2.5 text-sm"
          >
            <span className="w-24 flex-none text-muted">
              {at && formatDate(plainDateOf(at), locale, 'short')}
            </span>
            <Link href={itemHref(item.id, list)} prefetch={false} className="min-w-0 hover:underline">
              {item.title}
            </Link>
            <span className="ml-auto text-right text-muted">
              {item.state in OUTCOMES && t(`outcome.${item.state as keyof typeof OUTCOMES}`)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

const OUTCOMES = { reported_done: 1, refused: 1, closed: 1, cancelled: 1 }
