'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

type Props = {
  href: string
  /** Other addresses whose pages belong under it. */
  under?: string[]
  className: string
  currentClassName: string
  otherClassName?: string
  children: ReactNode
}

/** Knows whether it leads to where one is, also after a page was changed without drawing the frame again. */
export function NavigationLink({
  href,
  under = [],
  className,
  currentClassName,
  otherClassName = '',
  children,
}: Props) {
  const path = usePathname()
  const leadsTo = (at: string) => (at === '/' ? path === '/' : path === at || path.startsWith(`${at}/`))
  const current = [href, ...under].some(leadsTo)
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={current ? 'page' : undefined}
      className={`${className} ${current ? currentClassName : otherClassName}`}
      onClick={(event) => event.currentTarget.closest('details')?.removeAttribute('open')}
    >
      {children}
    </Link>
  )
}
