import { getTranslations } from 'next-intl/server'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import { formatAmount, formatBasisPoints, formatHundredths, formatMillions, type Locale } from '@/lib/format'
import type { Doubt, Facts } from '../rules'

/** What the figures say of each other, with the arithmetic, and where the sources do not agree. */
export async function Sums({ facts, locale }: { facts: Facts; locale: Locale }) {
  const t = await getTranslations('funding.sums')
  const sentences = await sentencesOf(facts, locale)
  const doubts = await Promise.all(facts.doubts.map((doubt) => doubtIn(doubt, locale)))
  return (
    <Card title={t('title')}>
      {sentences.length === 0 && <p className="text-muted">{t('none')}</p>}
      <ul className="max-w-[70ch] space-y-2">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {doubts.length > 0 && (
        <div className="mt-4 -mb-6">
          <Banner tone="warn" title={t('doubts')}>
            <ul className="mt-1 max-w-[70ch] space-y-2">
              {doubts.map((doubt) => (
                <li key={doubt}>{doubt}</li>
              ))}
            </ul>
          </Banner>
        </div>
      )}
    </Card>
  )
}

async function sentencesOf(facts: Facts, locale: Locale): Promise<string[]> {
  const t = await getTranslations('funding.sums')
  const { municipalOre, totalOre, share, split, leverage, perFteYear } = facts
  const amount = (ore: number) => formatAmount(ore, locale)
  const percent = (basisPoints: number) => formatBasisPoints(basisPoints, locale)
  const sentences: string[] = []
  if (municipalOre !== null && totalOre !== null && share !== null)
    sentences.push(
      t('share', { municipal: amount(municipalOre), total: amount(totalOre), share: percent(share) }),
    )
  const [activity, coordination] = split ?? []
  if (activity && coordination) {
    sentences.push(
      t('split', {
        activity: percent(activity.basisPoints),
        coordination: percent(coordination.basisPoints),
        sum: percent(activity.basisPoints + coordination.basisPoints),
      }),
    )
    if (activity.amountOre !== null && coordination.amountOre !== null)
      sentences.push(
        t('splitMoney', {
          activity: amount(activity.amountOre),
          coordination: amount(coordination.amountOre),
          sum: amount(activity.amountOre + coordination.amountOre),
        }),
      )
    const { basisPoints, ofShare } = coordination
    if (basisPoints > 0)
      sentences.push(t('ofShare', { part: percent(basisPoints), ofShare: percent(ofShare) }))
  }
  if (leverage && municipalOre !== null && totalOre !== null)
    sentences.push(
      t('leverage', {
        others: formatHundredths(leverage.othersHundredths, locale),
        times: formatHundredths(leverage.timesHundredths, locale),
        total: amount(totalOre),
        municipal: amount(municipalOre),
        othersAmount: amount(leverage.othersOre),
      }),
    )
  if (perFteYear) {
    const { amountOre, perYearOre, fteHundredths, months } = perFteYear
    sentences.push(
      t('perFteYear', {
        amount: amount(amountOre),
        perYear: formatMillions(perYearOre, locale, 3),
        fte: formatHundredths(fteHundredths, locale),
        time: months % 12 === 0 ? t('years', { count: months / 12 }) : t('months', { count: months }),
      }),
    )
  }
  return sentences
}

async function doubtIn(doubt: Doubt, locale: Locale): Promise<string> {
  const t = await getTranslations('funding.sums')
  const amount = (ore: number) => formatAmount(ore, locale)
  const percent = (basisPoints: number) => formatBasisPoints(basisPoints, locale)
  switch (doubt.kind) {
    case 'claim':
      return t('claim', {
        amount: amount(doubt.amountOre),
        claimed: percent(doubt.claimed),
        actual: percent(doubt.actual),
        total: amount(doubt.totalOre),
        wouldBe: amount(doubt.wouldBeOre),
      })
    case 'share':
      return t('shareDoubt', {
        share: percent(doubt.share),
        municipal: amount(doubt.municipalOre),
        actual: percent(doubt.actual),
        total: amount(doubt.totalOre),
      })
    case 'gap': {
      const { budgetedOre, municipalOre, gapOre } = doubt
      return t('gap', {
        gap: amount(gapOre),
        budgeted: amount(budgetedOre),
        municipal: amount(municipalOre),
        larger: amount(Math.max(budgetedOre, municipalOre)),
        smaller: amount(Math.min(budgetedOre, municipalOre)),
      })
    }
  }
}
