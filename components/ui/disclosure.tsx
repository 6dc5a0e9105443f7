import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'

type Props = { summary: ReactNode; open?: boolean; name?: string; className?: string; children: ReactNode }

/** Native, so it opens without JavaScript; those that share a `name` close one another. */
export function Disclosure({ summary, open, name, className, children }: Props) {
  return (
    <details open={open} name={name} className={className}>
      <summary className="inline-flex min-h-8 items-center gap-1 text-link max-sm:min-h-11 underline-offset-4 hover:underline">
        {summary}
        <ChevronDown aria-hidden="true" strokeWidth={1.75} className="size-4 [[open]>summary>&]:rotate-180" />
      </summary>
      <div className="pt-3 pb-2">{children}</div>
    </details>
  )
}
