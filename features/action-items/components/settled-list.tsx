import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { plainDateOf } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import type { LastWords } from '../queries/last-words'
import type { ListedActionItem } from '../queries/row'

type Props = { items: ListedActionItem[]; words: Map<string, LastWords>; locale: Locale }

/** What asks nothing of the reader any more: when, what, and how it stands. */
export async function SettledList({ items, words, locale }: Props) {
  const t = await getTranslations('actionItems')
  return (
    <ul>
      {items.map((item) => {
        const at = item.closedAt ?? words.get(item.id)?.at
        return (
          <li key={item.id} className="flex gap-4 border-b border-line py-2.5 text-sm">
            <span className="w-24 flex-none text-muted">
              {at && formatDate(plainDateOf(at), locale, 'short')}
            </span>
            <Link href={`/action-items/${item.id}`} prefetch={false} className="min-w-0 hover:underline">
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
