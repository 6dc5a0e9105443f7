import { apportion } from '@/lib/apportion'
import { instantOf, type LocalTime, type PlainDate } from '@/lib/dates'

/** A plan; null where an hour serves none. */
export type PlanId = string | null

const MINUTE = 60_000

/**
 * Whole minutes somebody sat in a meeting, within its own time, as the clock ran: a night in which it is changed is an
 * hour longer or shorter. No arrival means from the beginning, no leaving to the end.
 */
export function minutesPresent(
  meeting: { heldOn: PlainDate; startsAt: LocalTime; durationMinutes: number },
  { arrivedAt, leftAt }: { arrivedAt: LocalTime | null; leftAt: LocalTime | null },
): number {
  const at = (time: LocalTime) => instantOf(meeting.heldOn, time).getTime()
  const begins = at(meeting.startsAt)
  const ends = begins + meeting.durationMinutes * MINUTE
  const from = arrivedAt === null ? begins : Math.max(at(arrivedAt), begins)
  const to = leftAt === null ? ends : Math.min(at(leftAt), ends)
  return Math.max(0, Math.round((to - from) / MINUTE))
}

/**
 * Minutes given to a meeting, divided between plans: the time of an item goes to the plan it names, the rest equally to
 * the plans active in the area that day; to none where none was. The parts make up the whole to the minute.
 */
export function divide(
  minutes: number,
  items: readonly { minutes: number; planId: PlanId }[],
  active: readonly string[],
): Map<PlanId, number> {
  const others: PlanId[] = active.length > 0 ? [...active] : [null]
  const unnamed = items.filter(({ planId }) => planId === null).reduce((all, item) => all + item.minutes, 0)
  const planned = items.reduce((all, item) => all + item.minutes, 0)
  const weights = new Map<PlanId, number>(others.map((planId) => [planId, planned === 0 ? 1 : unnamed]))
  for (const { planId, minutes: own } of items)
    if (planId !== null) weights.set(planId, (weights.get(planId) ?? 0) + own * others.length)
  return apportion(minutes, weights)
}

export const QUARTERS = [1, 2, 3, 4] as const

type Counted = { quarter: number; minutes: number }

export const totalOf = (rows: readonly Counted[]): number =>
  rows.reduce((all, { minutes }) => all + minutes, 0)

/** The minutes of each quarter, in their order. */
export const byQuarter = (rows: readonly Counted[]): number[] =>
  QUARTERS.map((quarter) => totalOf(rows.filter((row) => row.quarter === quarter)))
