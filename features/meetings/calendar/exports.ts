import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { RsvpAnswer } from '@/db/schema'
import { instantOf } from '@/lib/dates'
import { appUrl } from '@/lib/env'
import type { MeetingDetail } from '../queries'

/** When a meeting is only a date to keep, or held no more. */
const STATUS: Partial<Record<MeetingDetail['state'], ICalEventStatus>> = {
  planned: ICalEventStatus.TENTATIVE,
  announced: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
}

const COMES: Record<RsvpAnswer, ICalAttendeeStatus> = {
  coming: ICalAttendeeStatus.ACCEPTED,
  partly: ICalAttendeeStatus.TENTATIVE,
  deputy: ICalAttendeeStatus.DELEGATED,
  nobody: ICalAttendeeStatus.DECLINED,
}

type Somebody = { name: string; email: string }
export type CalendarMail = { method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; content: string }
type Invited = { organizer: Somebody; attendee: Somebody & { answer: RsvpAnswer | null } }

/** The meeting as an iCalendar file (RFC 5545), for whoever fetches it. */
export const meetingAsCalendar = (meeting: MeetingDetail, now: Date): string =>
  written([meeting], ICalCalendarMethod.PUBLISH, now)

/** Several at once, to be kept: an invitation could hold only one (RFC 5546 § 3.2.2). */
export const meetingsAsCalendar = (meetings: MeetingDetail[], now: Date): CalendarMail => ({
  method: 'PUBLISH',
  content: written(meetings, ICalCalendarMethod.PUBLISH, now),
})

/**
 * The same as a mail brings it (RFC 5546): an invitation, or that there is no meeting. Nobody is asked to answer by
 * the mail program, since answers are given on our own page.
 */
export function invitationAsCalendar(meeting: MeetingDetail, invited: Invited, now: Date): CalendarMail {
  const method = meeting.state === 'cancelled' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST
  return { method, content: written([meeting], method, now, invited) }
}

/**
 * The UID stays, and SEQUENCE rises with each move, so that a calendar shows one entry however often it is told.
 * Times are UTC, which is right on both clock-change days; nothing of the agenda is in it, since calendars are shared.
 */
function written(
  meetings: MeetingDetail[],
  method: ICalCalendarMethod,
  now: Date,
  invited?: Invited,
): string {
  const calendar = ical({ prodId: { company: 'En indgang', product: 'meetings', language: 'DA' }, method })
  for (const meeting of meetings) {
    const { id, heldOn, startsAt, durationMinutes, forum, place, link, state, sequence } = meeting
    const start = instantOf(heldOn, startsAt)
    const event = calendar.createEvent({
      id: `${id}@${appUrl().hostname}`,
      sequence,
      stamp: now,
      start,
      end: new Date(start.getTime() + durationMinutes * 60_000),
      summary: forum.name,
      location: [place, link].filter(Boolean).join(', ') || null,
      url: new URL(`/meetings/${id}`, appUrl()).href,
      status: STATUS[state] ?? ICalEventStatus.CONFIRMED,
    })
    if (!invited) continue
    const { organizer, attendee } = invited
    event.organizer(organizer)
    const status = attendee.answer ? COMES[attendee.answer] : ICalAttendeeStatus.NEEDSACTION
    event.createAttendee({ name: attendee.name, email: attendee.email, status, rsvp: false })
  }
  return calendar.toString()
}
