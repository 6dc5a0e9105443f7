import 'server-only'
import { and, asc, between, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { areas, attendances, forums, meetings, parties } from '@/db/schema'
import { shortName } from '@/features/forums/queries/short-name'
import type { PlainDate } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, type Viewer, visible } from '@/policy'
import { type Attended, type Tally, tally } from './rules'

/** A period, its last day included, and perhaps one forum and one department. */
export type Cut = { from: PlainDate; to: PlainDate; forumId?: string; partyId?: string }

export type AttendanceFigures = ReturnType<typeof countAttendance>

/**
 * How many of the seats the departments were invited on were sat on, department by department and forum by forum, at the
 * meetings of a period that the viewer may see. For the municipality; throws NotFound for others. Three statements.
 */
export function countAttendance(viewer: Viewer, cut: Cut) {
  const rows = listAttended(viewer, cut)
  const cells = [...Map.groupBy(rows, ({ forumId, partyId }) => `${forumId} ${partyId}`).values()].map(
    (own): Tally & { forumId: string; partyId: string } => {
      const { forumId, partyId } = own[0]!
      return { forumId, partyId, ...tally(own) }
    },
  )
  return {
    departments: departmentsOf(rows.map(({ partyId }) => partyId)),
    forums: forumsOf(rows.map(({ forumId }) => forumId)),
    cells,
    total: tally(rows),
    rows,
  }
}

/**
 * The rows behind every figure of attendance: one for each meeting that was held and each department whose attendance was
 * noted. A person counts once for a meeting and a department, with the best of their seats; guests and the seats of
 * others do not count, and neither do the meetings of working groups. One statement.
 */
export function listAttended(viewer: Viewer, cut: Cut): Attended[] {
  if (!can.seeAccounts(viewer)) throw new NotFound()
  const people = db()
    .select({
      meetingId: sql<string>`${meetings.id}`.as('meeting_id'),
      heldOn: sql<PlainDate>`${meetings.heldOn}`.as('held_on'),
      forumId: sql<string>`${meetings.forumId}`.as('forum_id'),
      partyId: sql<string>`${parties.id}`.as('party_id'),
      sortKey: sql<string>`${parties.sortKey}`.as('sort_key'),
      best: sql<number>`min(case ${attendances.status}
        when 'present' then 1 when 'deputy' then 2 when 'apology' then 3 else 4 end)`.as('best'),
    })
    .from(attendances)
    .innerJoin(meetings, eq(meetings.id, attendances.meetingId))
    .innerJoin(forums, eq(forums.id, meetings.forumId))
    .innerJoin(parties, eq(parties.id, attendances.partyId))
    .where(
      and(
        held(viewer, cut),
        cut.partyId === undefined ? undefined : eq(parties.id, cut.partyId),
        eq(parties.kind, 'department'),
        isNotNull(attendances.seatId),
        isNotNull(attendances.status),
        isNull(attendances.removedAt),
      ),
    )
    .groupBy(meetings.id, parties.id, sql`coalesce(${attendances.personId}, ${attendances.id})`)
    .as('people')
  const sitting = (best: number) => sql<number>`sum(${people.best} = ${best})`
  return db()
    .select({
      meetingId: people.meetingId,
      heldOn: people.heldOn,
      forumId: people.forumId,
      partyId: people.partyId,
      invited: sql<number>`count(*)`,
      present: sitting(1),
      deputy: sitting(2),
      apology: sitting(3),
      absent: sitting(4),
    })
    .from(people)
    .groupBy(sql`meeting_id, party_id`)
    .orderBy(sql`held_on, meeting_id, sort_key`)
    .all()
}

export type HeldMeeting = ReturnType<typeof listHeldMeetings>[number]

/** The meetings themselves, newest first: also those where nobody's attendance was noted. One statement. */
export function listHeldMeetings(viewer: Viewer, cut: Cut) {
  if (!can.seeAccounts(viewer)) throw new NotFound()
  return db()
    .select({
      id: meetings.id,
      heldOn: meetings.heldOn,
      forumId: forums.id,
      forum: shortName,
      mark: forums.mark,
    })
    .from(meetings)
    .innerJoin(forums, eq(forums.id, meetings.forumId))
    .innerJoin(areas, eq(areas.id, forums.areaId))
    .where(held(viewer, cut))
    .orderBy(sql`${meetings.heldOn} desc`, sql`${meetings.startsAt} desc`, asc(forums.position))
    .all()
}

const held = (viewer: Viewer, { from, to, forumId }: Cut): SQL | undefined =>
  and(
    visible.meetings(viewer),
    inArray(meetings.state, ['held', 'closed']),
    between(meetings.heldOn, from, to),
    forumId === undefined ? eq(forums.kind, 'forum') : eq(forums.id, forumId),
  )

const departmentsOf = (ids: string[]) =>
  db()
    .select({ id: parties.id, shortName: parties.shortName, name: parties.name })
    .from(parties)
    .where(inArray(parties.id, [...new Set(ids)]))
    .orderBy(asc(parties.sortKey))
    .all()

const forumsOf = (ids: string[]) =>
  db()
    .select({ id: forums.id, slug: forums.slug, shortName, mark: forums.mark })
    .from(forums)
    .innerJoin(areas, eq(areas.id, forums.areaId))
    .where(inArray(forums.id, [...new Set(ids)]))
    .orderBy(asc(forums.position))
    .all()
