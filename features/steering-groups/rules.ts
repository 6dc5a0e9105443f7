import type { LeftKind, Placement, Qualifier } from '@/db/schema'
import { addMonths, type PlainDate } from '@/lib/dates'

/** How a group was: null is what nobody knows, and never counts as nothing. */
export type Baseline = {
  meetingsAYear: number | null
  municipalPeople: number | null
  minutesAYear: number | null
  baselineSource: string
  baselineEstimated: boolean
}

/** Beyond these a figure was misread or mistyped. */
export const MOST_MEETINGS_A_YEAR = 60
export const MOST_PEOPLE = 100
export const MOST_HOURS_A_YEAR = 10_000

/** Something of it is known. */
export const hasBaseline = ({ meetingsAYear, municipalPeople, minutesAYear }: Baseline): boolean =>
  [meetingsAYear, municipalPeople, minutesAYear].some((figure) => figure !== null)

/** Where each kind of thing can go: decisions and action items onto one another or a topic, a member onto a seat. */
export const PLACES: Record<LeftKind, readonly Placement[]> = {
  decision: ['decision', 'topic', 'action_item', 'ended'],
  action_item: ['action_item', 'decision', 'topic', 'ended'],
  member: ['seat', 'ended'],
}

/** What the steering groups met in a year, as far as it is known, and what the forums met or will meet in one. */
export type MeetingsCompared = { before: number; known: number; after: number; whole: boolean }

/**
 * How many meetings fewer (negative: more) there would be, if the groups of which the figures are known had met as they
 * did; null where no figure is known, or our own meetings of that year are not all here.
 */
export const meetingsSaved = ({ before, known, after, whole }: MeetingsCompared): number | null =>
  known === 0 || !whole || after === 0 ? null : before - after

/**
 * The share by which the groups became fewer, in whole percent, rounded down; null where the source says no number or
 * there are no fewer. From "more than 30" to 6 it is at least that (I6).
 */
export function fewerPercent(before: { count: number } | null, after: number): number | null {
  if (before === null || before.count <= after) return null
  return Math.floor(((before.count - after) * 100) / before.count)
}

/** Such a count says no exact number. */
export const isExact = (qualifier: Qualifier): boolean => qualifier === 'exactly'

const WINDOW_MONTHS = 12

/** From a year ago to a year ahead: what is older has ended, and says nothing of today. */
export const watchedFrom = (today: PlainDate): PlainDate => addMonths(today, -WINDOW_MONTHS)
export const watchedTo = (today: PlainDate): PlainDate => addMonths(today, WINDOW_MONTHS)

/**
 * A plan has a recurring meeting of its own again (S36), when a group for it alone has a series, or two meetings within
 * twelve months. `days`: of the meetings that are not cancelled, of which `inSeries` belong to a series.
 */
export function meetsAlone(days: PlainDate[], inSeries: number): boolean {
  if (inSeries > 0) return true
  const sorted = days.toSorted()
  return sorted.some((day, index) => {
    const next = sorted[index + 1]
    return next !== undefined && next <= addMonths(day, WINDOW_MONTHS)
  })
}
