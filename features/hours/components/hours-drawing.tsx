import { getTranslations } from 'next-intl/server'
import { formatHours, type Locale } from '@/lib/format'
import type { HourAccount } from '../queries/accounts'
import { figuresOf, QUARTERS } from '../rules'

type Props = { label: string; accounts: HourAccount[]; locale: Locale }

const [BAR, HEIGHT, GAP] = [60, 96, 40]
const HATCH = 'promised-hatch'

/** Promised hatched, delivered solid, quarter by quarter: told apart without colour too. The table beside has the figures. */
export async function HoursDrawing({ label, accounts, locale }: Props) {
  const t = await getTranslations('hours')
  const quarters = QUARTERS.map((quarter) => {
    const { promised, computed } = figuresOf(accounts.filter((account) => account.quarter === quarter))
    return { quarter, bars: [promised ?? 0, computed] as const }
  })
  const most = Math.max(...quarters.flatMap(({ bars }) => bars))
  if (most === 0) return null
  return (
    <figure>
      <figcaption className="mb-1 flex flex-wrap gap-x-5 text-sm text-muted">
        {(['promised', 'delivered'] as const).map((what) => (
          <span key={what} className="inline-flex items-center gap-2">
            <svg aria-hidden="true" viewBox="0 0 12 12" className="size-3.5">
              <Hatch id={`${HATCH}-${what}`} />
              <Bar what={what} hatch={`${HATCH}-${what}`} x={0.5} y={0.5} width={11} height={11} />
            </svg>
            {t(what)}
          </span>
        ))}
      </figcaption>
      <svg
        viewBox={`0 0 ${quarters.length * (2 * BAR + GAP)} ${HEIGHT + 46}`}
        role="img"
        aria-label={label}
        className="w-full max-w-160"
      >
        <Hatch id={HATCH} />
        {quarters.map(({ quarter, bars }, index) => (
          <g key={quarter} transform={`translate(${index * (2 * BAR + GAP) + GAP / 2} 0)`}>
            {bars.map((minutes, at) => {
              const height = Math.round((minutes / most) * HEIGHT)
              const what = at === 0 ? 'promised' : 'delivered'
              return (
                <g key={what} transform={`translate(${at * BAR} 0)`}>
                  <Bar
                    what={what}
                    hatch={HATCH}
                    x={2}
                    y={20 + HEIGHT - height}
                    width={BAR - 4}
                    height={height}
                  />
                  <text x={BAR / 2} y={14 + HEIGHT - height} textAnchor="middle" className="fill-ink text-sm">
                    {minutes > 0 && formatHours(minutes, locale)}
                  </text>
                </g>
              )
            })}
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

type BarProps = {
  what: 'promised' | 'delivered'
  hatch: string
  x: number
  y: number
  width: number
  height: number
}

const Bar = ({ what, hatch, ...box }: BarProps) =>
  what === 'delivered' ? (
    <rect {...box} className="fill-brand" />
  ) : (
    <rect {...box} fill={`url(#${hatch})`} className="stroke-brand" />
  )

const Hatch = ({ id }: { id: string }) => (
  <defs>
    <pattern id={id} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={5} height={5} className="fill-surface" />
      <line x1={0} x2={0} y1={0} y2={5} strokeWidth={2.5} className="stroke-brand" />
    </pattern>
  </defs>
)
