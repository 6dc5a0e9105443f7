import clsx from 'clsx'
import Link from 'next/link'

export type TabItem = { href: string; label: string; count?: number; current?: boolean }

/** Tabs are addresses: each is a page of its own. */
export function TabLinks({ items, label }: { items: TabItem[]; label?: string }) {
  return (
    <nav aria-label={label} className="mb-7 flex flex-wrap gap-x-5 border-b border-line">
      {items.map(({ href, label: text, count, current }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          aria-current={current ? 'page' : undefined}
          className={clsx(
            'border-b-[3px] py-2 whitespace-nowrap',
            current ? 'border-brand font-semibold' : 'border-transparent text-muted hover:text-ink',
          )}
        >
          {text}
          {count !== undefined && <span className="ml-1.5">{count}</span>}
        </Link>
      ))}
    </nav>
  )
}
