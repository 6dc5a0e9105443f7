import Link from 'next/link'
import type { ReactNode } from 'react'
import type { PlainDate } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import type { ListedActionItem } from '../queries/row'
import { itemHref } from './addresses'
import { DueDate } from './due-date'
import { Source } from './source'

type Props = {
  item: ListedActionItem
  today: PlainDate
  locale: Locale
  /** The address of the list it stands in. */
  list?: string
  /** Follows on where the item came from. */
  about?: ReactNode
  children: ReactNode
}

/** An action item in a list, whoever looks at it: what it is, where it came from and when it is due. */
export function CardFrame({ item, today, locale, list, about, children }: Props) {
  return (
    <li
      id={item.id}
      className="flex scroll-mt-24 items-start justify-between gap-x-6 gap-y-1 border-b border-line px-4 py-4 last:border-b-0 sm:px-6"
    >
      <div className="min-w-0">
        <Link
          href={itemHref(item.id, list)}
          prefetch={false}
          className="text-[17px] leading-6 font-semibold hover:underline"
        >
          {item.title}
        </Link>
        <p className="text-sm text-muted">
          <Source item={item} locale={locale} />
          {about}
        </p>
        {children}
      </div>
      <DueDate item={item} today={today} locale={locale} className="flex-none text-right" />
    </li>
  )
}

/** What one can press, in a row below. */
export const CardWays = ({ children }: { children: ReactNode }) => (
  <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-1">{children}</div>
)
