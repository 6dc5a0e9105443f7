import { getTranslations } from 'next-intl/server'
import { Figures } from '@/components/ui/figures'
import type { countByQuarter } from '../queries/count'

type Quarter = ReturnType<typeof countByQuarter>[number]

const [BAR, HEIGHT, GAP] = [32, 80, 32]

/** Found and settled beside each other, quarter by quarter, drawn and as a table. */
export async function QuarterBars({ quarters }: { quarters: Quarter[] }) {
  const t = await getTranslations('overlaps')
  const most = Math.max(1, ...quarters.flatMap(({ found, settled }) => [found, settled]))
  const isEmpty = quarters.every(({ found, settled }) => found + settled === 0)
  if (isEmpty) return null
  const name = ({ year, quarter }: Quarter) => t('quarter', { quarter: String(quarter), year: String(year) })
  return (
    <>
      <p className="mt-5 mb-2 text-sm text-muted">
        <span aria-hidden="true" className="mr-1 inline-block size-3 rounded-sm bg-warn" /> {t('found')}{' '}
        <span aria-hidden="true" className="mr-1 ml-3 inline-block size-3 rounded-sm bg-brand" />{' '}
        {t('settledOnes')}
      </p>
      <svg
        viewBox={`0 0 ${quarters.length * (2 * BAR + GAP)} ${HEIGHT + 44}`}
        role="img"
        aria-label={t('drawing')}
        className="w-full max-w-88"
      >
        {quarters.map((quarter, index) => (
          <g key={name(quarter)} transform={`translate(${index * (2 * BAR + GAP) + GAP / 2} 0)`}>
            {[quarter.found, quarter.settled].map((count, at) => {
              const height = Math.round((count / most) * HEIGHT)
              return (
                <g key={at === 0 ? 'found' : 'settled'} transform={`translate(${at * BAR} 0)`}>
                  <rect
                    y={20 + HEIGHT - height}
                    width={BAR - 3}
                    height={height}
                    rx={3}
                    className={at === 0 ? 'fill-warn' : 'fill-brand'}
                  />
                  <text x={BAR / 2} y={14 + HEIGHT - height} textAnchor="middle" className="fill-ink text-sm">
                    {count}
                  </text>
                </g>
              )
            })}
            <text x={BAR} y={HEIGHT + 40} textAnchor="middle" className="fill-muted text-xs">
              {name(quarter)}
            </text>
          </g>
        ))}
      </svg>
      <Figures
        summary={t('table')}
        label={t('drawing')}
        columns={[t('period'), t('found'), t('settledOnes')]}
        rows={quarters.map((quarter) => ({ name: name(quarter), figures: [quarter.found, quarter.settled] }))}
      />
    </>
  )
}
