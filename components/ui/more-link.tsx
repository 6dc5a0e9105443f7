import Link from 'next/link'
import type { ReactNode } from 'react'

type Props = { href: string; noPrint?: boolean; children: ReactNode }

/** The way on from the foot of a card. */
export const MoreLink = ({ href, noPrint = false, children }: Props) => (
  <Link
    href={href}
    prefetch={false}
    className={`mt-3 inline-flex min-h-6 items-center text-sm text-link hover:underline ${noPrint ? 'no-print' : ''}`}
  >
    {children}
  </Link>
)
