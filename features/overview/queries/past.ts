import 'server-only'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { attendances, type MinutesState, meetings, parties } from '@/db/schema'
import { can, type Viewer, visible } from '@/policy'

export type PastMeeting = ReturnType<typeof listLastMeetings>[number]

/** The newest held meetings of every forum the viewer looks into, newest first. One statement. */
export function listLastMeetings(viewer: Viewer, perForum: number) {
  const ranked = db()
    .select({
      id: meetings.id,
      forumId: meetings.forumId,
      heldOn: meetings.heldOn,
      rank: sql<number>`row_number() over (
        partition by ${meetings.forumId} order by ${meetings.heldOn} desc, ${meetings.startsAt} desc
      )`.as('rank'),
    })
    .from(meetings)
    .where(and(visible.meetings(viewer), inArray(meetings.state, ['held', 'closed'])))
    .as('ranked')
  return db()
    .select({
      id: ranked.id,
      forumId: ranked.forumId,
      heldOn: ranked.heldOn,
      minutesState: minutesState(viewer),
    })
    .from(ranked)
    .where(sql`${ranked.rank} <= ${perForum}`)
    .orderBy(sql`${ranked.rank}`)
    .all()
}

/** How far the newest version of the minutes is; that one is being drafted is internal. */
const minutesState = (viewer: Viewer) => sql<MinutesState | null>`(
  select m.state from minutes m where m.meeting_id = ranked.id
  and ${can.seeDrafts(viewer) ? sql`1` : sql`m.sent_at is not null`} order by m.version desc limit 1
)`

/** Every department's attendance at these meetings. One statement. */
export const listDepartmentAttendance = (meetingIds: string[]) =>
  db()
    .select({
      meetingId: attendances.meetingId,
      partyId: parties.id,
      status: attendances.status,
    })
    .from(attendances)
    .innerJoin(parties, eq(parties.id, attendances.partyId))
    .where(
      and(
        inArray(attendances.meetingId, meetingIds),
        eq(parties.kind, 'department'),
        isNull(attendances.removedAt),
      ),
    )
    .all()
