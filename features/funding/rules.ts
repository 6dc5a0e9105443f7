import { ALLOCATION_CATEGORIES, type AllocationCategory, type FundingFigure } from '@/db/schema'
import { apportion } from '@/lib/apportion'
import { addDays, addMonths, daysBetween, type PlainDate } from '@/lib/dates'
import { portion, quotient, shareOf } from '@/lib/quotient'

type Period = {
  startsOn: PlainDate
  endsOn: PlainDate
  teamEndsOn: PlainDate | null
  shareBasisPoints: number | null
  activity: number | null
  coordination: number | null
  teamFteHundredths: number | null
}
type Figure = {
  kind: FundingFigure
  nature: 'expected' | 'actual'
  amountOre: number
  claimedBasisPoints: number | null
}
type Given = { category: AllocationCategory; amountOre: number }

/** The actual amount of a kind in øre where there is one, else the expected; null where no source says either. */
export function amountOf(figures: readonly Figure[], kind: FundingFigure): number | null {
  const stated = figures.filter((figure) => figure.kind === kind)
  const best = stated.find(({ nature }) => nature === 'actual') ?? stated[0]
  return best?.amountOre ?? null
}

export type Doubt =
  | {
      kind: 'claim'
      amountOre: number
      claimed: number
      actual: number
      totalOre: number
      wouldBeOre: number
    }
  | { kind: 'share'; share: number; municipalOre: number; actual: number; totalOre: number }
  | { kind: 'gap'; budgetedOre: number; municipalOre: number; gapOre: number }

export type Facts = ReturnType<typeof factsOf>

/** All that is computed about a period. Amounts in øre, shares in basis points; what cannot be computed is null. */
export function factsOf(period: Period, figures: readonly Figure[], given: readonly Given[]) {
  const budgetedOre = amountOf(figures, 'budgeted')
  const municipalOre = amountOf(figures, 'municipal')
  const totalOre = amountOf(figures, 'total')
  const split = splitOf(period, municipalOre, totalOre)
  return {
    budgetedOre,
    municipalOre,
    totalOre,
    share: municipalOre !== null && totalOre !== null ? shareOf(municipalOre, totalOre) : null,
    split,
    leverage: leverageOf(municipalOre, totalOre),
    perFteYear: perFteYearOf(period, split?.find(({ category }) => category === 'coordination')?.amountOre),
    doubts: doubtsOf(period, figures),
    given: ALLOCATION_CATEGORIES.map((category) => {
      const givenOre = sumOf(given.filter((one) => one.category === category))
      const setAsideOre = split?.find((part) => part.category === category)?.amountOre ?? null
      return {
        category,
        givenOre,
        setAsideOre,
        leftOre: setAsideOre === null ? null : setAsideOre - givenOre,
      }
    }),
  }
}

export const sumOf = (rows: readonly { amountOre: number }[]): number =>
  rows.reduce((all, { amountOre }) => all + amountOre, 0)

/** Each part of the municipality's share: of the total investment, in money, and of the share itself (S60, I3, I4). */
function splitOf(period: Period, municipalOre: number | null, totalOre: number | null) {
  const { shareBasisPoints: share } = period
  const parts = ALLOCATION_CATEGORIES.map((category) => ({ category, basisPoints: period[category] ?? 0 }))
  if (share === null || parts.every(({ basisPoints }) => basisPoints === 0)) return null
  const wholeOre = totalOre === null ? municipalOre : portion(totalOre, share)
  const weights = new Map(parts.map(({ category, basisPoints }) => [category, basisPoints]))
  const amounts = wholeOre === null ? null : apportion(wholeOre, weights)
  return parts.map((part) => ({
    ...part,
    amountOre: amounts?.get(part.category) ?? null,
    ofShare: shareOf(part.basisPoints, share) ?? 0,
  }))
}

/** What each municipal krone meets: how many times the whole is the municipality's, and what the others pay (I4). */
function leverageOf(municipalOre: number | null, totalOre: number | null) {
  if (!municipalOre || totalOre === null || totalOre < municipalOre) return null
  const othersOre = totalOre - municipalOre
  return {
    timesHundredths: quotient(100n * BigInt(totalOre), municipalOre),
    othersOre,
    othersHundredths: quotient(100n * BigInt(othersOre), municipalOre),
  }
}

/** What an årsværk costs a year, if all the money and all the time went to it (I4); only of whole months. */
function perFteYearOf(period: Period, amountOre: number | null | undefined) {
  const { teamFteHundredths: fteHundredths, startsOn, teamEndsOn, endsOn } = period
  const months = wholeMonths(startsOn, teamEndsOn ?? endsOn)
  if (!amountOre || !fteHundredths || !months) return null
  const perYearOre = quotient(1200n * BigInt(amountOre), BigInt(fteHundredths) * BigInt(months))
  return { amountOre, fteHundredths, months, perYearOre }
}

/** The months from one day through another; null when they are not whole. */
export function wholeMonths(from: PlainDate, through: PlainDate): number | null {
  const after = addDays(through, 1)
  const [year, month] = [0, 1].map((part) => Number(after.split('-')[part]) - Number(from.split('-')[part]))
  const months = 12 * (year ?? 0) + (month ?? 0)
  return months > 0 && addMonths(from, months) === after ? months : null
}

/** Where the sources do not agree with each other (I1, I2). */
function doubtsOf({ shareBasisPoints: share }: Period, figures: readonly Figure[]): Doubt[] {
  const [budgetedOre, municipalOre, totalOre] = (['budgeted', 'municipal', 'total'] as const).map((kind) =>
    amountOf(figures, kind),
  )
  const doubts: Doubt[] = []
  for (const { amountOre, claimedBasisPoints: claimed } of totalOre ? figures : []) {
    const actual = shareOf(amountOre, totalOre ?? 0)
    if (!claimed || actual === null || actual === claimed || !totalOre) continue
    const wouldBeOre = quotient(10_000n * BigInt(amountOre), claimed)
    doubts.push({ kind: 'claim', amountOre, claimed, actual, totalOre, wouldBeOre })
  }
  const actual = municipalOre && totalOre ? shareOf(municipalOre, totalOre) : null
  if (share !== null && municipalOre && totalOre && actual !== null && actual !== share)
    doubts.push({ kind: 'share', share, municipalOre, actual, totalOre })
  if (budgetedOre != null && municipalOre != null && budgetedOre !== municipalOre)
    doubts.push({ kind: 'gap', budgetedOre, municipalOre, gapOre: Math.abs(municipalOre - budgetedOre) })
  return doubts
}

/** The days left, with today and the last one; null when it has passed. */
export const daysLeft = (today: PlainDate, last: PlainDate): number | null =>
  today <= last ? daysBetween(today, last) + 1 : null

/** The day a remark was to be followed up has passed, and nothing is said of it. */
export const isWaiting = (
  { followUpOn, followedUp }: { followUpOn: PlainDate | null; followedUp: string },
  today: PlainDate,
): boolean => followUpOn !== null && followUpOn < today && followedUp === ''

type Dated = { id: string; startsOn: PlainDate; endsOn: PlainDate }

/**
 * The period a decision is read under: the one it was made in, else the first that begins afterwards, since what a
 * period stands on is decided before it; else the last.
 */
export function periodOfDecision(decidedOn: PlainDate, periods: readonly Dated[]): string | undefined {
  const inOrder = periods.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  return (inOrder.find(({ endsOn }) => decidedOn <= endsOn) ?? inOrder.at(-1))?.id
}
