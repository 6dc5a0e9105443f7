import type { AttendanceStatus, MeetingState, MinutesState } from '@/db/schema'
import { addDays, addMonths, daysBetween, type LocalTime, type PlainDate, plainDateOf } from '@/lib/dates'

/** How a party was there, when several of its people were invited: the best of them counts. */
const PRESENCES = ['present', 'deputy', 'apology', 'absent'] as const satisfies AttendanceStatus[]
export type Presence = (typeof PRESENCES)[number]

/** Null when nobody of the party was invited, or nobody's attendance has been set yet. */
export const presenceOf = (statuses: (AttendanceStatus | null)[]): Presence | null =>
  PRESENCES.find((presence) => statuses.includes(presence)) ?? null

export const isRepresented = (presence: Presence | null): boolean =>
  presence === 'present' || presence === 'deputy'

/** How many of the newest meetings in a row a party stayed away from; the marks come oldest first. */
export function missedInARow(marks: (Presence | null)[]): number {
  const newestFirst = marks.filter((mark) => mark !== null).reverse()
  const came = newestFirst.findIndex(isRepresented)
  return came === -1 ? newestFirst.length : came
}

/** Copenhagen is ahead of UTC, so only a report on the UTC day of the due date itself needs the local clock. */
export function isOnTime({ dueOn, doneAt }: { dueOn: PlainDate; doneAt: Date }): boolean {
  const utcDay = doneAt.toISOString().slice(0, 10)
  return utcDay < dueOn || (utcDay === dueOn && plainDateOf(doneAt) === dueOn)
}

/** The share done on time is that of the last year. */
export const countedSince = (today: PlainDate): PlainDate => addMonths(today, -12)

export type AgendaState = 'sent' | 'draft' | 'none'
export const agendaStateOf = (meeting: { agendaSentAt: Date | null; items: number }): AgendaState =>
  meeting.agendaSentAt ? 'sent' : meeting.items > 0 ? 'draft' : 'none'

export type Need = 'log' | 'minutes' | 'approve' | 'agenda'
type Facts = {
  state: MeetingState
  heldOn: PlainDate
  minutesState: MinutesState | null
  reviewUntil: PlainDate | null
}

/** Two weeks before the meeting the agenda begins to press. */
export const AGENDA_DAYS = 14
const LATE_AGENDA_DAYS = 3
const LATE_MINUTES_DAYS = 7

/** What a meeting asks of its convener today, if anything. */
export function needOf({ state, heldOn, minutesState, reviewUntil }: Facts, today: PlainDate): Need | null {
  if (state === 'held') {
    if (minutesState === 'approved') return null
    if (minutesState !== 'in_review') return 'minutes'
    return reviewUntil !== null && reviewUntil < today ? 'approve' : null
  }
  if (state === 'closed' || state === 'cancelled') return null
  if (heldOn < today) return 'log'
  return state !== 'agenda_sent' && heldOn <= addDays(today, AGENDA_DAYS) ? 'agenda' : null
}

export function isUrgent(need: Need, heldOn: PlainDate, today: PlainDate): boolean {
  if (need === 'agenda') return daysBetween(today, heldOn) <= LATE_AGENDA_DAYS
  return daysBetween(heldOn, today) >= LATE_MINUTES_DAYS
}

export type Greeting = 'morning' | 'forenoon' | 'afternoon' | 'evening'

/** How one greets at this hour on the Copenhagen clock. */
export function greetingAt(time: LocalTime): Greeting {
  if (time >= '05:00' && time < '10:00') return 'morning'
  if (time >= '10:00' && time < '12:00') return 'forenoon'
  return time >= '12:00' && time < '18:00' ? 'afternoon' : 'evening'
}
