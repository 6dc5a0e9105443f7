import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { instantOf } from '@/lib/dates'
import { appUrl } from '@/lib/env'
import type { MeetingDetail } from '../queries'

/** When a meeting is only a date to keep, or held no more. */
const STATUS: Partial<Record<MeetingDetail['state'], ICalEventStatus>> = {
  planned: ICalEventStatus.TENTATIVE,
  announced: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
}

/**
 * The meeting as an iCalendar file (RFC 5545). The UID stays, and SEQUENCE rises with each move, so that a calendar
 * shows one entry however often it is fetched. Times are UTC, which is right on both clock-change days; nothing of
 * the agenda is in it, since calendars are shared.
 */
export function meetingAsCalendar(meeting: MeetingDetail, now: Date): string {
  const { id, heldOn, startsAt, durationMinutes, forum, place, link, state, sequence } = meeting
  const start = instantOf(heldOn, startsAt)
  const calendar = ical({
    prodId: { company: 'En indgang', product: 'meetings', language: 'DA' },
    method: ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
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
  return calendar.toString()
}
