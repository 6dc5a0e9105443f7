import { getTranslations } from 'next-intl/server'
import { Figures } from '@/components/ui/figures'
import { formatPercent, type Locale } from '@/lib/format'
import type { Quarter } from '../queries/punctuality'

const [WIDTH, HEIGHT, GAP] = [72, 96, 16]

/** Done on time, quarter by quarter: a sentence, a drawing, and the figures as a table. */
export async function Punctuality({ quarters, locale }: { quarters: Quarter[]; locale: Locale }) {
  const t = await getTranslations('overview.punctuality')
  const last = quarters.findLast(({ of }) => of > 0)
  if (!last) return <p className="text-muted">{t('none')}</p>
  const name = ({ year, quarter }: Quarter) => t('quarter', { quarter: String(quarter), year: String(year) })
  const share = ({ onTime, of }: Quarter) => (of === 0 ? null : onTime / of)
  return (
    <>
      <p className="mb-3">
        {t('sentence', { quarter: name(last), count: String(last.onTime), of: String(last.of) })}
      </p>
      <svg
        viewBox={`0 0 ${quarters.length * (WIDTH + GAP)} ${HEIGHT + 44}`}
        role="img"
        aria-label={t('drawing')}
        className="w-full max-w-88"
      >
        {quarters.map((quarter, index) => {
          const x = index * (WIDTH + GAP)
          const value = share(quarter)
          const height = Math.round((value ?? 0) * HEIGHT)
          return (
            <g key={name(quarter)}>
              <rect x={x} y={20} width={WIDTH} height={HEIGHT} rx={3} className="fill-sunken" />
              <rect
                x={x}
                y={20 + HEIGHT - height}
                width={WIDTH}
                height={height}
                rx={3}
                className="fill-brand"
              />
              <text x={x + WIDTH / 2} y={14} textAnchor="middle" className="fill-ink text-sm font-semibold">
                {value === null ? '–' : formatPercent(value, locale)}
              </text>
              <text x={x + WIDTH / 2} y={HEIGHT + 40} textAnchor="middle" className="fill-muted text-xs">
                {t('short', { quarter: String(quarter.quarter), year: String(quarter.year) })}
              </text>
            </g>
          )
        })}
      </svg>
      <Figures
        summary={t('table')}
        label={t('title')}
        columns={[t('period'), t('onTime'), t('of')]}
        rows={quarters.map((quarter) => ({ name: name(quarter), figures: [quarter.onTime, quarter.of] }))}
      />
    </>
  )
}
