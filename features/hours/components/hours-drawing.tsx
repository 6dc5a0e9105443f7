import { getTranslations } from 'next-intl/server'
import { formatHours, type Locale } from '@/lib/format'
import type { HourAccount } from '../queries/accounts'
import { figuresOf, QUARTERS } from '../rules'

type Props = { name: string; accounts: HourAccount[]; locale: Locale }

const [BAR, HEIGHT, GAP] = [48, 88, 16]
const HATCH = 'promised-hatch'

/**
 * Promised hatched, delivered solid, and what was delivered without a promise outlined upon it, quarter by quarter: told
 * apart without colour too. The table beside has the figures.
 */
export async function HoursDrawing({ name, accounts, locale }: Props) {
  const t = await getTranslations('hours')
  const quarters = QUARTERS.map((quarter) => ({
    quarter,
    ...figuresOf(accounts.filter((account) => account.quarter === quarter)),
  }))
  const most = Math.max(...quarters.flatMap(({ promised, computed }) => [promised ?? 0, computed]))
  if (most === 0) return null
  const heightOf = (minutes: number) => Math.round((minutes / most) * HEIGHT)
  const box = (minutes: number, below = 0) => ({
    x: 2,
    y: 20 + HEIGHT - heightOf(below + minutes),
    width: BAR - 4,
    height: heightOf(below + minutes) - heightOf(below),
  })
  const label = (minutes: number) => (
    <text x={BAR / 2} y={14 + HEIGHT - heightOf(minutes)} textAnchor="middle" className="fill-ink text-sm">
      {minutes > 0 && formatHours(minutes, locale)}
    </text>
  )
  const shown = quarters.some(({ computed, kept }) => computed > kept) ? KINDS : KINDS.slice(0, 2)
  return (
    <figure>
      <figcaption className="mb-1 flex flex-wrap gap-x-5 text-sm text-muted">
        {shown.map((kind) => (
          <span key={kind} className="inline-flex items-center gap-2">
            <svg aria-hidden="true" viewBox="0 0 12 12" className="size-3.5">
              <Hatch id={`${HATCH}-${kind}`} />
              <Bar kind={kind} hatch={`${HATCH}-${kind}`} x={0.5} y={0.5} width={11} height={11} />
            </svg>
            {t(kind)}
          </span>
        ))}
      </figcaption>
      <svg
        viewBox={`0 0 ${quarters.length * (2 * BAR + GAP)} ${HEIGHT + 46}`}
        role="img"
        aria-label={name}
        className="w-full max-w-120"
      >
        <Hatch id={HATCH} />
        {quarters.map(({ quarter, promised, computed, kept }, index) => (
          <g key={quarter} transform={`translate(${index * (2 * BAR + GAP) + GAP / 2} 0)`}>
            <Bar kind="promised" hatch={HATCH} {...box(promised ?? 0)} />
            {label(promised ?? 0)}
            <g transform={`translate(${BAR} 0)`}>
              <Bar kind="delivered" hatch={HATCH} {...box(kept)} />
              <Bar kind="unpromised" hatch={HATCH} {...box(computed - kept, kept)} />
              {label(computed)}
            </g>
            <line x1={0} x2={2 * BAR} y1={20 + HEIGHT} y2={20 + HEIGHT} className="stroke-line-strong" />
            <text x={BAR} y={HEIGHT + 40} textAnchor="middle" className="fill-muted text-sm">
              {t('quarter', { quarter: String(quarter) })}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  )
}

const KINDS = ['promised', 'delivered', 'unpromised'] as const

type BarProps = {
  kind: (typeof KINDS)[number]
  hatch: string
  x: number
  y: number
  width: number
  height: number
}

const LOOKS = {
  promised: 'stroke-brand',
  delivered: 'fill-brand stroke-brand',
  unpromised: 'fill-surface stroke-brand',
}

/** Nothing is drawn of nothing. */
const Bar = ({ kind, hatch, ...box }: BarProps) =>
  box.height > 0 && (
    <rect {...box} fill={kind === 'promised' ? `url(#${hatch})` : undefined} className={LOOKS[kind]} />
  )

const Hatch = ({ id }: { id: string }) => (
  <defs>
    <pattern id={id} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={5} height={5} className="fill-surface" />
      <line x1={0} x2={0} y1={0} y2={5} strokeWidth={2.5} className="stroke-brand" />
    </pattern>
  </defs>
)
