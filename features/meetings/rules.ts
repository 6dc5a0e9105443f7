import type { MeetingState } from '@/db/schema'
import { addMonths, type PlainDate } from '@/lib/dates'
import { closedDay, quietWeek } from '@/lib/working-days'

/** Which state may follow which (design § 3); read by commands, screens and tests alike. */
export const MEETING_STEPS: Record<MeetingState, readonly MeetingState[]> = {
  planned: ['announced', 'agenda_sent', 'held', 'cancelled'],
  announced: ['agenda_sent', 'held', 'cancelled'],
  agenda_sent: ['held', 'cancelled'],
  held: ['closed'],
  closed: [],
  cancelled: [],
}

export const mayBecome = (from: MeetingState, to: MeetingState): boolean => MEETING_STEPS[from].includes(to)

/** Before it was held the agenda may change; afterwards the minutes tell. */
export const isBeforeHeld = (state: MeetingState): boolean =>
  state === 'planned' || state === 'announced' || state === 'agenda_sent'

/** Logging goes on until the minutes are approved and the meeting closed. */
export const canBeLogged = (state: MeetingState): boolean => isBeforeHeld(state) || state === 'held'

type Readiness = { unsetAttendance: number; pendingItems: number; minutesApproved: boolean }
export type ClosingGap = 'attendance' | 'outcomes' | 'minutes'

/** What still stands between a held meeting and its closing. */
export function closingGaps({ unsetAttendance, pendingItems, minutesApproved }: Readiness): ClosingGap[] {
  const gaps: ClosingGap[] = []
  if (unsetAttendance > 0) gaps.push('attendance')
  if (pendingItems > 0) gaps.push('outcomes')
  if (!minutesApproved) gaps.push('minutes')
  return gaps
}

type DateDoubt = 'meetingInPast' | 'meetingFarAway' | 'meetingOnClosedDay' | 'meetingInQuietWeek'

/** What to ask about before a meeting gets its date, most serious first; a past meeting may be logged all the same. */
export function dateDoubts(heldOn: PlainDate, today: PlainDate): DateDoubt[] {
  if (heldOn < today) return ['meetingInPast']
  const doubts: DateDoubt[] = []
  if (heldOn > addMonths(today, 24)) doubts.push('meetingFarAway')
  if (closedDay(heldOn)) doubts.push('meetingOnClosedDay')
  if (quietWeek(heldOn)) doubts.push('meetingInQuietWeek')
  return doubts
}
