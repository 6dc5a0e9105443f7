import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { translator } from '@/i18n/translator'
import { addDays, instantOf } from '@/lib/dates'
import { appUrl } from '@/lib/env'
import type { Feed } from './queries'

/**
 * What a calendar program reads at a secret address (RFC 5545). The same UIDs as the mails have, so that who has both
 * sees one entry; times in UTC, due dates as whole days.
 */
export function feedAsCalendar({ locale, meetings, dueDates }: Feed, now: Date): string {
  const t = translator(locale, 'me.feeds')
  const calendar = ical({
    prodId: { company: 'En indgang', product: 'calendar', language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    name: 'Én indgang',
    ttl: 60 * 60,
  })
  for (const meeting of meetings) {
    const start = instantOf(meeting.heldOn, meeting.startsAt)
    calendar.createEvent({
      id: `${meeting.id}@${appUrl().hostname}`,
      sequence: meeting.sequence,
      stamp: now,
      start,
      end: new Date(start.getTime() + meeting.durationMinutes * 60_000),
      summary: meeting.forum,
      description: meeting.agenda.map((title, index) => `${index + 1}. ${title}`).join('\n') || null,
      location: [meeting.place, meeting.link].filter(Boolean).join(', ') || null,
      url: new URL(`/meetings/${meeting.id}`, appUrl()).href,
      status: STATUS[meeting.state] ?? ICalEventStatus.CONFIRMED,
    })
  }
  for (const item of dueDates) {
    const title = item.visibility === 'internal' ? t('internal') : item.title
    calendar.createEvent({
      id: `${item.id}@${appUrl().hostname}`,
      sequence: item.version,
      stamp: now,
      start: new Date(`${item.dueOn}T00:00:00Z`),
      end: new Date(`${addDays(item.dueOn, 1)}T00:00:00Z`),
      timezone: 'UTC',
      allDay: true,
      summary: t('due', { title }),
      description: item.forum,
      url: new URL(`/action-items/${item.id}`, appUrl()).href,
    })
  }
  return calendar.toString()
}

const STATUS: Partial<Record<Feed['meetings'][number]['state'], ICalEventStatus>> = {
  announced: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
}
