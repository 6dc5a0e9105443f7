import { percentile } from '@/features/enquiries/rules'
import { addDays, addMonths, lastQuarters, type PlainDate, quarterOf } from '@/lib/dates'
import {
  formatMinutes,
  formatMoney,
  formatNumber,
  formatPercent,
  formatPeriod,
  type Locale,
} from '@/lib/format'
import { textHash } from '@/lib/text-hash'
import type { ReportAddress } from './input'
import type { Report, Unit } from './model'

/** How a figure comes out of its rows. */
export type How = 'count' | 'sum' | 'share' | 'ratio' | 'median' | 'ninetieth'

export const WHOLE = 10_000

/** Basis points of a whole, to the nearest; null of nothing. */
export const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((WHOLE * part) / whole)

type Amount = { amount?: number; told?: string }

const MEDIAN = 0.5
const NINE_OF_TEN = 0.9

/** The figure that rows make; null where one of them may not be told exactly, or of nothing. */
export function countAgain(how: How, rows: readonly Amount[]): number | null {
  if (how === 'count') return rows.length
  if (rows.some(({ told }) => told !== undefined)) return null
  const amounts = rows.map(({ amount = 0 }) => amount)
  const sum = amounts.reduce((all, amount) => all + amount, 0)
  switch (how) {
    case 'sum':
      return sum
    case 'share':
      return shareOf(sum, rows.length)
    case 'ratio':
      return shareOf(amounts[0] ?? 0, amounts[1] ?? 0)
    default:
      return percentile(amounts, how === 'median' ? MEDIAN : NINE_OF_TEN)
  }
}

/** A figure as it stands on every paper; a percentage with one decimal. */
export function printed(value: number | null, unit: Unit, locale: Locale): string {
  if (value === null) return '–'
  switch (unit) {
    case 'minutes':
      return formatMinutes(value, locale)
    case 'money':
      return formatMoney(value, locale)
    case 'percent':
      return formatPercent(value / WHOLE, locale, 1)
    default:
      return formatNumber(value, locale)
  }
}

type Days = { from: PlainDate; to: PlainDate }

const monthsFrom = (from: PlainDate, months: number): Days => ({
  from,
  to: addDays(addMonths(from, months), -1),
})

/** '2026' or '2026-4' as its first day and its last. */
export function daysOf(period: string): Days | null {
  const found = /^((?:19|20|21)\d\d)(?:-([1-4]))?$/.exec(period)
  if (!found) return null
  const [, year, quarter] = found
  if (!quarter) return monthsFrom(`${year}-01-01`, 12)
  return monthsFrom(`${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`, 3)
}

/** The whole year or whole quarter that two days make up, as `daysOf` reads it. */
export function periodOf({ from, to }: Days): string | null {
  const { year, quarter } = quarterOf(from)
  return (
    [`${year}`, `${year}-${quarter}`].find((period) => {
      const days = daysOf(period)
      return days?.from === from && days.to === to
    }) ?? null
  )
}

type Words = { year: (year: string) => string; quarter: (quarter: string, year: string) => string }

/** 2026 · 4. kvartal 2026 · 1.3.2026–15.6.2026 */
export function periodName(days: Days, words: Words, locale: Locale): string {
  const [year, quarter] = periodOf(days)?.split('-') ?? []
  if (!year) return formatPeriod(days.from, days.to, locale)
  return quarter ? words.quarter(quarter, year) : words.year(year)
}

const YEARS_OFFERED = 5

/** The periods one most often asks for: the last years and the last quarters, newest first. */
export function offeredPeriods(today: PlainDate): string[] {
  const { year } = quarterOf(today)
  return [
    ...Array.from({ length: YEARS_OFFERED }, (_, back) => String(year - back)),
    ...lastQuarters(today)
      .toReversed()
      .map((one) => `${one.year}-${one.quarter}`),
  ]
}

/** Stands for what a report says, whenever it was extracted. */
export const hashOf = ({ extractedAt: _, extracted: __, ...said }: Report): string =>
  textHash(JSON.stringify(said))

/** What asks for the same report again. */
export const addressOf = (asked: ReportAddress): URLSearchParams =>
  new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
