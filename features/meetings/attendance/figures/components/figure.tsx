import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { formatPercent, type Locale } from '@/lib/format'
import type { Tally } from '../rules'

type Props = { of: Tally; href?: string; row: string; column: string; locale: Locale }

/** “5 af 7 (71 %)”: never a percent without what it is of. It opens the meetings it was counted from. */
export async function Figure({ of: { came, invited }, href, row, column, locale }: Props) {
  const t = await getTranslations('attendance')
  if (invited === 0) return <span className="text-muted">{t('nobody')}</span>
  const figure = t('figure', { came: String(came), invited: String(invited) })
  const percent = formatPercent(came / invited, locale)
  const words = (
    <>
      {figure} <span className="text-sm text-muted">({percent})</span>
    </>
  )
  if (!href) return <span className="whitespace-nowrap">{words}</span>
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={t('open', { figure, percent, row, column })}
      className="inline-flex min-h-6 items-center gap-1 whitespace-nowrap hover:underline"
    >
      {words}
    </Link>
  )
}
