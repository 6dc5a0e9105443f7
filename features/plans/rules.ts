import { FUNDERS, type Funder } from '@/db/schema'
import { addMonths, type PlainDate } from '@/lib/dates'

export type Shares = Record<Funder, number | null>

/** What the shares make up, in øre; null when none is known. */
export function sumOfShares(shares: Shares): number | null {
  const known = FUNDERS.flatMap((funder) => shares[funder] ?? [])
  return known.length === 0 ? null : known.reduce((sum, share) => sum + share, 0)
}

/** How much the shares miss of the whole budget, or exceed it with, in øre; 0 as long as one of the two is unknown. */
export function budgetGap(budgetOre: number | null, shares: Shares): number {
  const sum = sumOfShares(shares)
  return budgetOre === null || sum === null ? 0 : budgetOre - sum
}

const SOON_MONTHS = 12

/** Ends within a year from today, and has not ended yet. */
export const endsSoon = (endsOn: PlainDate | null, today: PlainDate): boolean =>
  endsOn !== null && endsOn >= today && endsOn <= addMonths(today, SOON_MONTHS)
