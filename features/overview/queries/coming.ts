import 'server-only'
import { and, eq, gte, inArray, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { agendaItems, meetings } from '@/db/schema'
import type { PlainDate } from '@/lib/dates'
import { type Viewer, visible } from '@/policy'

/** The next meeting of every forum the viewer looks into, with what they may see of its agenda. One statement. */
export function listNextMeetings(viewer: Viewer, today: PlainDate) {
  const ranked = db()
    .select({
      id: meetings.id,
      forumId: meetings.forumId,
      heldOn: meetings.heldOn,
      startsAt: meetings.startsAt,
      durationMinutes: meetings.durationMinutes,
      place: meetings.place,
      agendaSentAt: meetings.agendaSentAt,
      startedAt: meetings.startedAt,
      items: sql<number>`count(${agendaItems.id})`.as('items'),
      minutes: sql<number>`coalesce(sum(${agendaItems.minutes}), 0)`.as('minutes'),
      rank: sql<number>`row_number() over (
        partition by ${meetings.forumId} order by ${meetings.heldOn}, ${meetings.startsAt}
      )`.as('rank'),
    })
    .from(meetings)
    .leftJoin(
      agendaItems,
      and(eq(agendaItems.meetingId, meetings.id), isNull(agendaItems.removedAt), visible.agendaItems(viewer)),
    )
    .where(
      and(
        visible.meetings(viewer),
        gte(meetings.heldOn, today),
        inArray(meetings.state, ['planned', 'announced', 'agenda_sent']),
      ),
    )
    .groupBy(meetings.id)
    .as('ranked')
  return db()
    .select({
      id: ranked.id,
      forumId: ranked.forumId,
      heldOn: ranked.heldOn,
      startsAt: ranked.startsAt,
      durationMinutes: ranked.durationMinutes,
      place: ranked.place,
      agendaSentAt: ranked.agendaSentAt,
      startedAt: ranked.startedAt,
      items: ranked.items,
      minutes: ranked.minutes,
    })
    .from(ranked)
    .where(eq(ranked.rank, 1))
    .all()
}
