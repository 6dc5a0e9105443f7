import Link from 'next/link'
import type { ReactNode } from 'react'

type Crumb = { label: string; href?: string }

type Props = {
  title: ReactNode
  crumbs?: Crumb[]
  crumbsLabel?: string
  aside?: ReactNode
  children?: ReactNode
}

/** Where one is, the heading, and what belongs beside it. A phone shows only the way back up. */
export function PageHeader({ title, crumbs = [], crumbsLabel = 'Sti', aside, children }: Props) {
  const parent = crumbs.findLast(({ href }) => href)
  return (
    <div className="mb-6">
      {crumbs.length > 0 && (
        <nav aria-label={crumbsLabel} className="printed mb-3 text-sm text-muted">
          {parent?.href && (
            <Link
              href={parent.href}
              className="inline-flex min-h-6 items-center text-link hover:underline sm:hidden"
            >
              ‹ {parent.label}
            </Link>
          )}
          <ol className="hidden flex-wrap gap-x-2 sm:flex">
            {crumbs.map(({ label, href }, index) => (
              <li key={`${label}${href}`} className="flex min-h-6 items-center gap-x-2">
                {index > 0 && <span aria-hidden="true">›</span>}
                {href ? (
                  <Link href={href} className="inline-flex min-h-6 items-center text-link hover:underline">
                    {label}
                  </Link>
                ) : (
                  <span aria-current="page">{label}</span>
                )}
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h1 className="text-[26px] leading-[34px] font-semibold tracking-[-0.01em] wrap-anywhere hyphens-auto sm:text-3xl">
          {title}
        </h1>
        {aside && <div className="text-muted">{aside}</div>}
      </div>
      {children}
    </div>
  )
}
