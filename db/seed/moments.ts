import { addDays, instantOf, type PlainDate } from '@/lib/dates'
import { addWorkingDays } from '@/lib/working-days'
import type { DemoForum } from './forums'

const REVIEW_WORKING_DAYS = 8

/** When a meeting that was held went from hand to hand; all that hangs on it is timed by these. */
export type HeldMoments = {
  planned: Date
  announced: Date
  agendaSent: Date
  started: Date
  held: Date
  minutesSent: Date
  reviewUntil: PlainDate
  approved: Date
}

export function heldMoments(heldOn: PlainDate, { at, minutes }: DemoForum['meets']): HeldMoments {
  const started = instantOf(heldOn, at)
  const sentOn = addWorkingDays(heldOn, 2)
  const reviewUntil = addWorkingDays(sentOn, REVIEW_WORKING_DAYS)
  return {
    planned: instantOf(addDays(heldOn, -58), '10:12'),
    announced: instantOf(addDays(heldOn, -30), '09:40'),
    agendaSent: instantOf(addWorkingDays(heldOn, -6), '13:05'),
    started,
    held: new Date(started.getTime() + minutes * 60_000),
    minutesSent: instantOf(sentOn, '10:30'),
    reviewUntil,
    approved: instantOf(addWorkingDays(reviewUntil, 1), '08:15'),
  }
}

/** The past of a meeting still to come, whatever its day: planned three weeks ago, sent before today. */
export function comingMoments(heldOn: PlainDate, today: PlainDate) {
  const sentOn = addWorkingDays(heldOn, -6)
  return {
    planned: instantOf(addDays(today, -21), '10:12'),
    announced: instantOf(addDays(today, -14), '09:40'),
    agendaSent: instantOf(sentOn < today ? sentOn : addWorkingDays(today, -1), '13:05'),
  }
}
