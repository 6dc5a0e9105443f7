import 'server-only'
import { and, count, desc, eq, gte, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { forums, meetings, steeringGroupCounts, steeringGroups } from '@/db/schema'
import type { PlainDate } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, type Viewer, visible } from '@/policy'
import { meetingsSaved } from '../rules'

export type BeforeAfter = ReturnType<typeof compareBeforeAfter>

/**
 * Before and after: forums and meetings, kept apart (S33). The number of groups is what a source says, never a count of
 * our rows (S14). Meetings before are the baselines that are known, after are those of the year that the viewer may see;
 * who does not see every meeting is shown the groups and the meetings of their own, and no saving.
 * For the municipality; throws NotFound for others. Four statements.
 */
export function compareBeforeAfter(viewer: Viewer, year: number, today: PlainDate) {
  if (!can.readSuccession(viewer)) throw new NotFound()
  const everyForum = can.seeEveryForum(viewer)
  // The auditor meets no planned meeting: the same figure for all, or none.
  const everyMeeting = everyForum && can.seeDrafts(viewer)
  const groups = knownMeetings(viewer, everyForum)
  const own = countMeetings(viewer, year, today)
  const after = own.heldInForums + own.comingInForums + own.inGroups
  // A year in which the first meeting was written down may have begun before that.
  const whole = own.since !== null && own.since < `${year}-01-01`
  const compared = { before: groups.meetings, known: groups.known, after, whole }
  return {
    year,
    everyMeeting,
    forums: { before: newestCount(), after: countForums(year, today) },
    groups,
    meetings: { ...own, after, whole },
    saved: everyMeeting ? meetingsSaved(compared) : null,
  }
}

/** The years of which there are meetings, newest first. One statement. */
export function listMeetingYears(viewer: Viewer, today: PlainDate): number[] {
  if (!can.readSuccession(viewer)) throw new NotFound()
  const found = db()
    .selectDistinct({ year: sql<number>`cast(substr(${meetings.heldOn}, 1, 4) as integer)` })
    .from(meetings)
    .where(and(visible.meetings(viewer), inArray(meetings.state, ['held', 'closed'])))
    .all()
    .map(({ year }) => year)
  const current = Number(today.slice(0, 4))
  return [...new Set([current, ...found])].sort((a, b) => b - a)
}

/** How many steering groups a source says there were; null where none does. Throws NotFound for outsiders. One statement. */
export function getGroupCount(viewer: Viewer) {
  if (!can.readSuccession(viewer)) throw new NotFound()
  return newestCount()
}

/** What the sources say, the newest first: the last word is the one that is shown. */
const newestCount = () =>
  db().select().from(steeringGroupCounts).orderBy(desc(steeringGroupCounts.asOf)).limit(1).get() ?? null

/** That there are so many forums is no secret, so everybody is told the same number: on the last day of the year, or today. */
function countForums(year: number, today: PlainDate): number {
  const last = `${year}-12-31`
  const day = last < today ? last : today
  return db()
    .select({ count: count() })
    .from(forums)
    .where(
      and(
        eq(forums.kind, 'forum'),
        or(isNull(forums.validFrom), lte(forums.validFrom, day)),
        or(isNull(forums.validTo), gte(forums.validTo, day)),
      ),
    )
    .get()!.count
}

const knownMeetings = (viewer: Viewer, everyForum: boolean) =>
  db()
    .select({
      listed: sql<number>`count(*)`,
      known: sql<number>`count(${steeringGroups.meetingsAYear})`,
      estimated: sql<number>`coalesce(sum(${steeringGroups.meetingsAYear} is not null and ${steeringGroups.baselineEstimated}), 0)`,
      meetings: sql<number>`coalesce(sum(${steeringGroups.meetingsAYear}), 0)`,
    })
    .from(steeringGroups)
    .where(
      everyForum
        ? undefined
        : inArray(
            steeringGroups.successorForumId,
            db().select({ id: forums.id }).from(forums).where(visible.forums(viewer)),
          ),
    )
    .get()!

/** Held, and still to come in the year; what was to be held and was never logged is neither. */
function countMeetings(viewer: Viewer, year: number, today: PlainDate) {
  const inYear = sql`${meetings.heldOn} between ${`${year}-01-01`} and ${`${year}-12-31`}`
  const isHeld = sql`${meetings.state} in ('held', 'closed')`
  const counts = sql`(${isHeld} or ${meetings.heldOn} >= ${today})`
  const isForum = sql`${forums.kind} = 'forum'`
  const total = (...conditions: ReturnType<typeof sql>[]) =>
    sql<number>`coalesce(sum(${sql.join(conditions, sql` and `)}), 0)`
  return db()
    .select({
      held: total(inYear, isHeld),
      heldInForums: total(inYear, isHeld, isForum),
      comingInForums: total(inYear, counts, sql`not ${isHeld}`, isForum),
      inGroups: total(inYear, counts, sql`not (${isForum})`),
      since: sql<PlainDate | null>`min(case when ${isHeld} then ${meetings.heldOn} end)`,
    })
    .from(meetings)
    .innerJoin(forums, eq(forums.id, meetings.forumId))
    .where(and(visible.meetings(viewer), ne(meetings.state, 'cancelled')))
    .get()!
}
