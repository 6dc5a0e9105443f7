import clsx from 'clsx'
import type { ReactNode } from 'react'

type Props = { summary: ReactNode; open?: boolean; name?: string; className?: string; children: ReactNode }

/** Native, so it opens without JavaScript; those that share a `name` close one another. */
export function Disclosure({ summary, open, name, className, children }: Props) {
  return (
    <details open={open} name={name} className={clsx('group', className)}>
      <summary className="inline-flex min-h-8 items-center text-link underline-offset-4 hover:underline">
        {summary}
      </summary>
      <div className="pt-3 pb-2">{children}</div>
    </details>
  )
}
