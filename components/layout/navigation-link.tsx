'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

type Props = {
  href: string
  className: string
  currentClassName: string
  otherClassName?: string
  children: ReactNode
}

/** Knows whether it leads to where one is, also after a page was changed without drawing the frame again. */
export function NavigationLink({ href, className, currentClassName, otherClassName = '', children }: Props) {
  const path = usePathname()
  const current = href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
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
