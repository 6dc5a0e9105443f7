import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { formatMinutes, formatPercent, type Locale } from '@/lib/format'
import type { Figures } from '../rules'

type Props = { figures: Figures; href?: string; locale: Locale; strong?: boolean }

/** Delivered of promised; beneath it what is missing or more, and what the department confirmed when that is another figure. */
export async function HourFigure({ figures, href, locale, strong }: Props) {
  const t = await getTranslations('hours')
  const { promised, computed, kept, confirmed } = figures
  if (promised === null && computed === 0 && confirmed === 0) return <span className="text-muted">–</span>
  const hours = (minutes: number) => formatMinutes(minutes, locale)
  const difference = promised === null ? 0 : kept - promised
  return (
    <span className="inline-block whitespace-nowrap">
      {href ? (
        <Link
          href={href}
          prefetch={false}
          className="inline-flex min-h-6 items-center text-link hover:underline"
        >
          {hours(computed)}
        </Link>
      ) : (
        <span className={strong ? 'font-semibold' : undefined}>{hours(computed)}</span>
      )}
      {promised !== null && kept === computed && (
        <span className={strong ? 'font-semibold' : 'text-muted'}>
          {' '}
          {t('ofPromised', { hours: hours(promised) })}
        </span>
      )}
      {promised !== null && kept !== computed && (
        <>
          <span className="block text-xs text-muted">{t('wasPromised', { hours: hours(promised) })}</span>
          <span className="block text-xs text-muted">{t('wasKept', { hours: hours(kept) })}</span>
        </>
      )}
      {promised !== null && promised > 0 && (
        <span className="block text-xs text-muted">
          {difference > 0 && '+'}
          {hours(difference)} · {formatPercent(kept / promised, locale)}
        </span>
      )}
      {confirmed !== computed && (
        <span className="block text-xs text-warn">{t('confirmedAs', { hours: hours(confirmed) })}</span>
      )}
    </span>
  )
}
