import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { type PlainDate, TIME_ZONE } from '@/lib/dates'

/** How often: every so many weeks or months. */
export const RHYTHMS = [
  'month-1',
  'month-2',
  'month-3',
  'month-6',
  'week-1',
  'week-2',
  'week-4',
  'week-6',
  'week-8',
] as const
type Rhythm = (typeof RHYTHMS)[number]

/** Which of a month's: -1 is its last. */
export const POSITIONS = [1, 2, 3, 4, -1] as const
type Position = (typeof POSITIONS)[number]

/** Monday to Friday, as `weekday` counts. */
export const WEEKDAYS = [1, 2, 3, 4, 5] as const
type Weekday = (typeof WEEKDAYS)[number]
const DAY_CODES = ['MO', 'TU', 'WE', 'TH', 'FR'] as const

/** Three years of weekly meetings; more is planned by nobody, and each is a row. */
export const MOST_OCCURRENCES = 60

type End = { count: number } | { until: PlainDate }
export type SeriesRule = { rhythm: Rhythm; position: Position; weekday: Weekday; end: End }

/** As an RRULE (RFC 5545). Of every few weeks only the weekday counts, not which of the month's. */
export function ruleText({ rhythm, position, weekday, end }: SeriesRule): string {
  const [unit, interval] = rhythm.split('-')
  const day = DAY_CODES[weekday - 1]
  return [
    `FREQ=${unit === 'month' ? 'MONTHLY' : 'WEEKLY'}`,
    `INTERVAL=${interval}`,
    `BYDAY=${unit === 'month' ? `${position}${day}` : day}`,
    'count' in end ? `COUNT=${end.count}` : `UNTIL=${end.until.replaceAll('-', '')}`,
  ].join(';')
}

/** The rule read back from what `ruleText` wrote. */
export function readRule(text: string): SeriesRule {
  const part = Object.fromEntries(text.split(';').map((piece) => piece.split('='))) as Record<string, string>
  const { FREQ, INTERVAL, BYDAY = '', COUNT, UNTIL = '' } = part
  const rhythm = `${FREQ === 'MONTHLY' ? 'month' : 'week'}-${INTERVAL}` as Rhythm
  const position = (Number.parseInt(BYDAY, 10) || 1) as Position
  const weekday = (DAY_CODES.findIndex((code) => BYDAY.endsWith(code)) + 1) as Weekday
  const until = `${UNTIL.slice(0, 4)}-${UNTIL.slice(4, 6)}-${UNTIL.slice(6, 8)}`
  return { rhythm, position, weekday, end: COUNT ? { count: Number(COUNT) } : { until } }
}

/** The days of a series from its first possible one on, in order. */
export function occurrences(rule: SeriesRule, startsOn: PlainDate): PlainDate[] {
  const noon = Temporal.PlainDate.from(startsOn).toZonedDateTime({ timeZone: TIME_ZONE, plainTime: '12:00' })
  return new RRuleTemporal({ rruleString: ruleText(rule), dtstart: noon })
    .all((_, index) => index < MOST_OCCURRENCES)
    .map((occurrence) => occurrence.toPlainDate().toString())
}
