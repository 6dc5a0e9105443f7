import { addDays, addMonths, instantOf, type PlainDate, startOfWeek } from '@/lib/dates'
import { addWorkingDays, isWorkingDay, nextWorkingDay, quietWeek } from '@/lib/working-days'
import type { Day } from './content'

/** Every second month on the forum's weekday, the newest last and before today. */
export function pastMeetingDays(today: PlainDate, daysAgo: number, count: number, weekday: number) {
  const newest = addDays(today, -daysAgo)
  return Array.from({ length: count }, (_, index) => {
    const day = meetingDay(addMonths(newest, 2 * (index + 1 - count)), weekday, -7)
    return day < today ? day : meetingDay(addDays(day, -7), weekday, -7)
  })
}

export const comingMeetingDay = (today: PlainDate, inDays: number, weekday: number): PlainDate =>
  inDays === 0 ? nextWorkingDay(today) : meetingDay(addDays(today, inDays), weekday, 7)

/** A due date stands on a working day. */
export const dueDay = (day: Day, heldOn: PlainDate, today: PlainDate): PlainDate =>
  nextWorkingDay(dayOf(day, heldOn, today))

/** Working mornings, one after the other and all before now, whatever day the demo is made on. */
export function stepTimes(
  days: Day[],
  heldOn: PlainDate,
  { now, today }: { now: Date; today: PlainDate },
): Date[] {
  let last = 0
  return days.map((day, index) => {
    const workingDay = addWorkingDays(addDays(dayOf(day, heldOn, today), 1), -1)
    const latest = now.getTime() - (days.length - index) * GAP
    last = Math.min(Math.max(instantOf(workingDay, '09:40').getTime(), last + GAP), latest)
    return new Date(last)
  })
}

const dayOf = (day: Day, heldOn: PlainDate, today: PlainDate): PlainDate =>
  typeof day === 'number' ? addDays(heldOn, day) : addDays(today, day.today)

const GAP = 7 * 60_000

/** The forum's weekday in the week of the date, or in the nearest week in which people come. */
function meetingDay(date: PlainDate, weekday: number, direction: 7 | -7): PlainDate {
  let day = addDays(startOfWeek(date), weekday - 1)
  while (!isWorkingDay(day) || quietWeek(day) || isBetweenTheYears(day)) day = addDays(day, direction)
  return day
}

const isBetweenTheYears = (date: PlainDate) => date.slice(5) >= '12-20' || date.slice(5) <= '01-03'
