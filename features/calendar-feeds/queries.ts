import 'server-only'
import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { hashToken } from '@/auth/tokens'
import { loadViewer } from '@/auth/viewer'
import { db } from '@/db/client'
import { actionItems, agendaItems, calendarFeeds, forums, meetings } from '@/db/schema'
import { PRESSING_STATES } from '@/features/action-items/rules'
import { addDays, addMonths, type PlainDate, today } from '@/lib/dates'
import { type Viewer, visible } from '@/policy'

export type Feed = NonNullable<ReturnType<typeof readFeed>>

const DAYS_BACK = 60
const MONTHS_AHEAD = 18

/** The viewer's own addresses; what they are nobody can read any more. */
export const listOwnFeeds = (viewer: Viewer) =>
  db()
    .select({
      id: calendarFeeds.id,
      forum: forums.name,
      withDueDates: calendarFeeds.withDueDates,
      createdAt: calendarFeeds.createdAt,
    })
    .from(calendarFeeds)
    .leftJoin(forums, eq(forums.id, calendarFeeds.forumId))
    .where(and(eq(calendarFeeds.personId, viewer.personId), isNull(calendarFeeds.revokedAt)))
    .orderBy(asc(calendarFeeds.createdAt))
    .all()

/**
 * What stands at a secret address, with the rights its person has now; null for an unknown or closed one, and for
 * somebody who is here no more. Six statements, however many meetings.
 */
export function readFeed(token: string, now: Date) {
  const feed = db()
    .select()
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.tokenHash, hashToken(token)), isNull(calendarFeeds.revokedAt)))
    .get()
  const viewer = feed && loadViewer(db(), feed.personId, now)
  if (!viewer) return null
  const day = today(now)
  const found = listMeetings(viewer, feed.forumId, day)
  const titles = listTitles(
    viewer,
    found.map(({ id }) => id),
  )
  return {
    locale: viewer.locale,
    meetings: found.map((meeting) => ({ ...meeting, agenda: titles.get(meeting.id) ?? [] })),
    dueDates: feed.withDueDates ? listDueDates(viewer) : [],
  }
}

/** Of one forum, or of all in which the person sits or which they convene. Cancelled ones too, so that they disappear. */
const listMeetings = (viewer: Viewer, forumId: string | null, day: PlainDate) =>
  db()
    .select({
      id: meetings.id,
      forum: forums.name,
      heldOn: meetings.heldOn,
      startsAt: meetings.startsAt,
      durationMinutes: meetings.durationMinutes,
      place: meetings.place,
      link: meetings.link,
      state: meetings.state,
      sequence: meetings.sequence,
    })
    .from(meetings)
    .innerJoin(forums, eq(forums.id, meetings.forumId))
    .where(
      and(
        visible.meetings(viewer),
        isNotNull(meetings.announcedAt),
        forumId
          ? eq(meetings.forumId, forumId)
          : or(
              inArray(
                meetings.forumId,
                viewer.windows.map((window) => window.forumId),
              ),
              eq(forums.convenerId, viewer.personId),
              eq(forums.deputyConvenerId, viewer.personId),
            ),
        gte(meetings.heldOn, addDays(day, -DAYS_BACK)),
        lte(meetings.heldOn, addMonths(day, MONTHS_AHEAD)),
      ),
    )
    .orderBy(asc(meetings.heldOn), asc(meetings.startsAt))
    .all()

/** What the whole forum was sent, by meeting: calendars are shared with more people than minutes are (R29). */
function listTitles(viewer: Viewer, meetingIds: string[]): Map<string, string[]> {
  const rows = db()
    .select({ meetingId: agendaItems.meetingId, title: agendaItems.title })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(
      and(
        inArray(agendaItems.meetingId, meetingIds),
        eq(agendaItems.visibility, 'forum'),
        isNotNull(agendaItems.sentAt),
        isNull(agendaItems.removedAt),
        visible.agendaItems(viewer),
      ),
    )
    .orderBy(asc(agendaItems.position))
    .all()
  const grouped = Map.groupBy(rows, ({ meetingId }) => meetingId)
  return new Map([...grouped].map(([id, items]) => [id, items.map(({ title }) => title)]))
}

const listDueDates = (viewer: Viewer) =>
  db()
    .select({
      id: actionItems.id,
      title: actionItems.title,
      visibility: actionItems.visibility,
      dueOn: actionItems.dueOn,
      version: actionItems.version,
      forum: forums.name,
    })
    .from(actionItems)
    .innerJoin(forums, eq(forums.id, actionItems.forumId))
    .where(
      and(
        eq(actionItems.responsiblePersonId, viewer.personId),
        inArray(actionItems.state, [...PRESSING_STATES]),
        isNull(actionItems.removedAt),
        visible.actionItems(viewer),
      ),
    )
    .orderBy(asc(actionItems.dueOn))
    .all()
