import clsx from 'clsx'
import type { ReactNode } from 'react'

export type Accent = 'brand' | 'bad' | 'warn' | `forum-${1 | 2 | 3 | 4 | 5 | 6}`

const ACCENTS: Record<Accent, string> = {
  brand: 'border-l-4 border-l-brand',
  bad: 'border-l-4 border-l-bad',
  warn: 'border-l-4 border-l-warn',
  'forum-1': 'border-l-4 border-l-forum-1',
  'forum-2': 'border-l-4 border-l-forum-2',
  'forum-3': 'border-l-4 border-l-forum-3',
  'forum-4': 'border-l-4 border-l-forum-4',
  'forum-5': 'border-l-4 border-l-forum-5',
  'forum-6': 'border-l-4 border-l-forum-6',
}

type Props = {
  title?: ReactNode
  titleLevel?: 2 | 3
  accent?: Accent
  action?: ReactNode
  className?: string
  children: ReactNode
}

export function Card({ title, titleLevel = 2, accent, action, className, children }: Props) {
  const Title = titleLevel === 2 ? 'h2' : 'h3'
  return (
    <section
      className={clsx(
        'rounded-card border border-line bg-surface px-4 py-5 sm:px-6',
        accent && ACCENTS[accent],
        className,
      )}
    >
      {title && (
        <div className="mb-3 flex items-baseline justify-between gap-4">
          <Title className="text-sm font-semibold text-muted">{title}</Title>
          {action}
        </div>
      )}
      {children}
    </section>
  )
}
