import 'server-only'
import { and, asc, between, eq, gte, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { forums, masterPlans, meetings } from '@/db/schema'
import type { PlainDate } from '@/lib/dates'
import { can, type Viewer, visible } from '@/policy'
import { meetsAlone, watchedFrom, watchedTo } from '../rules'

/**
 * The plans that have a recurring municipal meeting of their own again (S36): the working groups for one plan alone that
 * meet in series, or twice within twelve months, counting from a year ago to a year ahead. Of the groups the viewer may
 * see; nobody outside the municipality is told. One statement.
 */
export function listMeetingAlone(
  viewer: Viewer,
  today: PlainDate,
  of: { planId?: string; groupId?: string } = {},
) {
  if (!can.readSuccession(viewer)) return []
  return db()
    .select({
      id: forums.id,
      slug: forums.slug,
      name: forums.name,
      planId: masterPlans.id,
      plan: masterPlans.name,
      days: sql<string>`json_group_array(${meetings.heldOn})`.mapWith(
        (list: string) => JSON.parse(list) as PlainDate[],
      ),
      inSeries: sql<number>`count(${meetings.seriesId})`,
    })
    .from(forums)
    .innerJoin(masterPlans, eq(masterPlans.id, forums.planId))
    .innerJoin(meetings, eq(meetings.forumId, forums.id))
    .where(
      and(
        isNotNull(forums.planId),
        ne(forums.kind, 'forum'),
        or(isNull(forums.validTo), gte(forums.validTo, today)),
        ne(meetings.state, 'cancelled'),
        between(meetings.heldOn, watchedFrom(today), watchedTo(today)),
        visible.forums(viewer),
        visible.meetings(viewer),
        of.planId === undefined ? undefined : eq(forums.planId, of.planId),
        of.groupId === undefined ? undefined : eq(forums.id, of.groupId),
      ),
    )
    .groupBy(forums.id)
    .orderBy(asc(masterPlans.name), asc(forums.name))
    .all()
    .filter(({ days, inSeries }) => meetsAlone(days, inSeries))
}
