import 'server-only'
import { and, count, eq, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { actionItems, areas, forums, meetings, minutes, proposals } from '@/db/schema'
import { OPEN_STATES } from '@/features/action-items/rules'
import { shortName } from '@/features/forums/queries/short-name'
import { addDays, type PlainDate } from '@/lib/dates'
import { can, type Viewer, visible } from '@/policy'
import { AGENDA_DAYS, isUrgent, needOf } from '../rules'

export type MeetingNeed = ReturnType<typeof listMeetingNeeds>[number]

/** What the meetings of the viewer's own forums ask of them, the oldest first. Nothing for anybody but a convener. */
export function listMeetingNeeds(viewer: Viewer, today: PlainDate) {
  if (!can.conveneMeetings(viewer)) return []
  const newest = sql`(select max(m.version) from minutes m where m.meeting_id = ${meetings.id})`
  return db()
    .select({
      id: meetings.id,
      heldOn: meetings.heldOn,
      state: meetings.state,
      minutesState: minutes.state,
      reviewUntil: minutes.reviewUntil,
      forum: { slug: forums.slug, shortName, mark: forums.mark },
    })
    .from(meetings)
    .innerJoin(forums, eq(forums.id, meetings.forumId))
    .innerJoin(areas, eq(areas.id, forums.areaId))
    .leftJoin(minutes, and(eq(minutes.meetingId, meetings.id), eq(minutes.version, newest)))
    .where(
      and(
        visible.meetings(viewer),
        convenedBy(viewer),
        inArray(meetings.state, ['planned', 'announced', 'agenda_sent', 'held']),
        lte(meetings.heldOn, addDays(today, AGENDA_DAYS)),
      ),
    )
    .orderBy(meetings.heldOn)
    .all()
    .flatMap((meeting) => {
      const need = needOf(meeting, today)
      return need ? { ...meeting, need, urgent: isUrgent(need, meeting.heldOn, today) } : []
    })
}

/** Action items of the viewer's own forums that wait for the coordinator's word. */
export function countAnswersDue(viewer: Viewer): { reported: number; refused: number; dateAsked: number } {
  const nothing = { reported: 0, refused: 0, dateAsked: 0 }
  if (!can.settleActionItems(viewer)) return nothing
  const counted = db()
    .select({
      reported: sql<number>`count(case when ${actionItems.state} = 'reported_done' then 1 end)`,
      refused: sql<number>`count(case when ${actionItems.state} = 'refused' then 1 end)`,
      dateAsked: sql<number>`count(${actionItems.askedDueOn})`,
    })
    .from(actionItems)
    .innerJoin(forums, eq(forums.id, actionItems.forumId))
    .where(
      and(
        visible.actionItems(viewer),
        isNull(actionItems.removedAt),
        convenedBy(viewer),
        inArray(actionItems.state, [...OPEN_STATES]),
        or(inArray(actionItems.state, ['reported_done', 'refused']), isNotNull(actionItems.askedDueOn)),
      ),
    )
    .get()
  return counted ?? nothing
}

/** Items somebody proposed for an agenda of the viewer's own forums, and nobody has answered. */
export function countProposalsWaiting(viewer: Viewer): number {
  if (!can.conveneMeetings(viewer)) return 0
  const counted = db()
    .select({ count: count() })
    .from(proposals)
    .innerJoin(meetings, eq(meetings.id, proposals.meetingId))
    .innerJoin(forums, eq(forums.id, proposals.forumId))
    .where(and(visible.proposals(viewer), convenedBy(viewer), eq(proposals.state, 'suggested')))
    .get()
  return counted?.count ?? 0
}

/** A forum without a convener is everybody's. */
const convenedBy = (viewer: Viewer) => or(eq(forums.convenerId, viewer.personId), isNull(forums.convenerId))
