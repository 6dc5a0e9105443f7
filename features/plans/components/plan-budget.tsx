import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Table, Td, Th } from '@/components/ui/table'
import { FUNDERS } from '@/db/schema'
import { formatMillions, formatMoney, formatPercent, type Locale } from '@/lib/format'
import type { PlanDetail } from '../queries'
import { budgetGap, sumOfShares } from '../rules'

/** Who pays how much: a sentence, a drawn bar and the figures; a budget that does not add up says so. */
export async function PlanBudget({ plan, locale }: { plan: PlanDetail; locale: Locale }) {
  const t = await getTranslations('plans')
  const sum = sumOfShares(plan.shares)
  if (sum === null && plan.budgetOre === null) return null
  const gap = budgetGap(plan.budgetOre, plan.shares)
  const shares = FUNDERS.flatMap((funder) => {
    const amount = plan.shares[funder]
    return amount && sum ? [{ funder, amount, share: amount / sum }] : []
  })
  return (
    <Card title={t('budget')}>
      <p className="mb-3">
        {t('budgetSentence', { amount: formatMillions(plan.budgetOre ?? sum ?? 0, locale) })}
        {shares.map(({ funder, share }) => (
          <span key={funder}>
            {' '}
            {t('shareSentence', { funder: t(`funder.${funder}`), share: formatPercent(share, locale, 1) })}
          </span>
        ))}
      </p>
      {gap !== 0 && (
        <p className="mb-3 text-warn">
          {t(gap > 0 ? 'misses' : 'exceeds', { difference: formatMoney(Math.abs(gap), locale) })}
        </p>
      )}
      {shares.length > 0 && (
        <>
          <Bar shares={shares} label={t('drawing')} />
          <Table label={t('budget')} className="mt-3">
            <thead>
              <tr>
                <Th>{t('who')}</Th>
                <Th numeric>{t('amount')}</Th>
                <Th numeric>{t('share')}</Th>
              </tr>
            </thead>
            <tbody>
              {shares.map(({ funder, amount, share }) => (
                <tr key={funder}>
                  <Th scope="row">{t(`funder.${funder}`)}</Th>
                  <Td numeric>{formatMoney(amount, locale)}</Td>
                  <Td numeric>{formatPercent(share, locale, 1)}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </>
      )}
    </Card>
  )
}

const FILLS = {
  fund: 'fill-brand',
  organisations: 'fill-muted',
  municipality: 'fill-ok',
  others: 'fill-warn',
}
const WIDTH = 400

/** The parts stand apart by a gap of their own, so that they are told from each other without colour. */
function Bar({ shares, label }: { shares: { funder: keyof typeof FILLS; share: number }[]; label: string }) {
  const starts = shares.map((_, index) => shares.slice(0, index).reduce((sum, { share }) => sum + share, 0))
  return (
    <svg viewBox={`0 0 ${WIDTH} 20`} role="img" aria-label={label} className="h-5 w-full">
      {shares.map(({ funder, share }, index) => (
        <rect
          key={funder}
          x={(starts[index] ?? 0) * WIDTH + (index === 0 ? 0 : 2)}
          y={0}
          width={Math.max(1, share * WIDTH - 2)}
          height={20}
          className={FILLS[funder]}
        />
      ))}
    </svg>
  )
}
