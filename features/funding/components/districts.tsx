import { getTranslations } from 'next-intl/server'
import { Disclosure } from '@/components/ui/disclosure'
import { Table, Td, Th } from '@/components/ui/table'
import { ALLOCATION_CATEGORIES } from '@/db/schema'
import { formatAmount, type Locale } from '@/lib/format'
import { quotient } from '@/lib/quotient'
import type { Allocation } from '../queries/funding'
import { sumOf } from '../rules'

type Props = { allocations: Allocation[]; locale: Locale }

const [WIDTH, LONGEST, ROW, BAR] = [360, 250, 58, 12]

/** Activities beside coordination in each area: a sentence, a drawing that needs no colour, and the table of it. */
export async function Districts({ allocations, locale }: Props) {
  const t = await getTranslations('funding.allocations')
  const areas = [...Map.groupBy(allocations, ({ area }) => area)].map(([area, own]) => {
    const amounts = ALLOCATION_CATEGORIES.map((category) =>
      sumOf(own.filter((row) => row.category === category)),
    )
    return { name: area ?? t('everywhere'), isOne: area !== null, amounts, total: sumOf(own) }
  })
  const most = areas.filter(({ isOne }) => isOne).toSorted((a, b) => b.total - a.total)[0]
  const longest = Math.max(1, ...areas.flatMap(({ amounts }) => amounts))
  const amount = (ore: number) => formatAmount(ore, locale)
  return (
    <>
      <h3 className="mt-6 mb-1 font-semibold">{t('districts')}</h3>
      {most && (
        <p className="mb-2 max-w-[70ch]">
          {t('districtSentence', {
            area: most.name,
            amount: amount(most.total),
            coordination: amount(most.amounts[1] ?? 0),
          })}
        </p>
      )}
      <p className="mb-2 flex flex-wrap gap-x-5 text-sm text-muted">
        {ALLOCATION_CATEGORIES.map((category) => (
          <span key={category} className="inline-flex items-center gap-1.5">
            <svg viewBox="0 0 24 12" aria-hidden="true" className="h-3 w-6">
              <Bar category={category} width={24} />
            </svg>
            {t(`category.${category}`)}
          </span>
        ))}
      </p>
      <svg
        viewBox={`0 0 ${WIDTH} ${areas.length * ROW}`}
        role="img"
        aria-label={t('drawing')}
        className="w-full max-w-90"
      >
        <Hatching />
        {areas.map(({ name, amounts }, index) => (
          <g key={name} transform={`translate(0 ${index * ROW})`}>
            <text y={14} className="fill-ink text-sm">
              {name}
            </text>
            {ALLOCATION_CATEGORIES.map((category, at) => {
              const ore = amounts[at] ?? 0
              const width = ore === 0 ? 0 : Math.max(2, quotient(BigInt(ore) * BigInt(LONGEST), longest))
              return (
                <g key={category} transform={`translate(0 ${20 + at * (BAR + 3)})`}>
                  <Bar category={category} width={width} />
                  <text x={width + 6} y={BAR - 2} className="fill-muted text-xs">
                    {amount(ore)}
                  </text>
                </g>
              )
            })}
          </g>
        ))}
      </svg>
      <Disclosure summary={t('drawing')} className="mt-2 text-sm">
        <Table label={t('drawing')}>
          <thead>
            <tr>
              <Th>{t('area')}</Th>
              {ALLOCATION_CATEGORIES.map((category) => (
                <Th key={category} numeric>
                  {t(`category.${category}`)}
                </Th>
              ))}
              <Th numeric>{t('total')}</Th>
            </tr>
          </thead>
          <tbody>
            {areas.map(({ name, amounts, total }) => (
              <tr key={name}>
                <Th scope="row">{name}</Th>
                {ALLOCATION_CATEGORIES.map((category, at) => (
                  <Td key={category} numeric className="whitespace-nowrap">
                    {amount(amounts[at] ?? 0)}
                  </Td>
                ))}
                <Td numeric className="whitespace-nowrap">
                  {amount(total)}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Disclosure>
    </>
  )
}

/** Activities are full, coordination is hatched: told apart in black and white. */
const Bar = ({ category, width }: { category: (typeof ALLOCATION_CATEGORIES)[number]; width: number }) =>
  width > 0 && (
    <rect
      x={0.5}
      y={0.5}
      width={width - 1}
      height={BAR - 1}
      fill={category === 'activity' ? undefined : 'url(#hatched)'}
      className={category === 'activity' ? 'fill-brand stroke-brand' : 'stroke-ink'}
    />
  )

const Hatching = () => (
  <defs>
    <pattern id="hatched" width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path d="M0 0V5" className="stroke-ink" strokeWidth={2.5} />
    </pattern>
  </defs>
)
