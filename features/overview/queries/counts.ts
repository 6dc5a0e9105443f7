import 'server-only'
import { and, eq, gte, inArray, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { actionItemSteps, actionItems, forums } from '@/db/schema'
import { OPEN_STATES, PRESSING_STATES } from '@/features/action-items/rules'
import { instantOf, type PlainDate } from '@/lib/dates'
import { type Viewer, visible } from '@/policy'

/** Open action items the viewer may see, counted by forum and responsible party. One statement. */
export const countOpen = (viewer: Viewer, today: PlainDate) =>
  db()
    .select({
      forumId: actionItems.forumId,
      partyId: actionItems.responsiblePartyId,
      open: sql<number>`count(*)`,
      late: sql<number>`count(case when ${inArray(actionItems.state, [...PRESSING_STATES])} and ${actionItems.dueOn} < ${today} then 1 end)`,
    })
    .from(actionItems)
    .where(
      and(
        visible.actionItems(viewer),
        isNull(actionItems.removedAt),
        inArray(actionItems.state, [...OPEN_STATES]),
      ),
    )
    .groupBy(actionItems.forumId, actionItems.responsiblePartyId)
    .all()

/**
 * The items closed since a day: what was due when, and when it was reported done for the last time
 * (that the coordinator confirmed later is not the department's delay). One statement.
 */
export const listClosed = (viewer: Viewer, since: PlainDate, forumId?: string) =>
  db()
    .select({
      forumId: forums.id,
      dueOn: actionItems.dueOn,
      doneAt: sql<Date>`coalesce(max(${actionItemSteps.at}), ${actionItems.closedAt})`.mapWith(
        actionItems.closedAt,
      ),
    })
    .from(actionItems)
    .innerJoin(forums, eq(forums.id, actionItems.forumId))
    .leftJoin(
      actionItemSteps,
      and(eq(actionItemSteps.actionItemId, actionItems.id), eq(actionItemSteps.step, 'reported_done')),
    )
    .where(
      and(
        visible.actionItems(viewer),
        isNull(actionItems.removedAt),
        eq(actionItems.state, 'closed'),
        forumId === undefined ? undefined : eq(actionItems.forumId, forumId),
        gte(actionItems.closedAt, instantOf(since, '00:00')),
      ),
    )
    .groupBy(actionItems.id)
    .all()
