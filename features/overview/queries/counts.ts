import 'server-only'
import { and, eq, gte, inArray, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { actionItemSteps, actionItems, forums } from '@/db/schema'
import { keptQuery } from '@/db/statements'
import { OPEN_STATES, PRESSING_STATES } from '@/features/action-items/rules'
import { instantOf, type PlainDate } from '@/lib/dates'
import { type Viewer, visible } from '@/policy'

/** Open action items the viewer may see, counted by forum and responsible party. One statement. */
export const countOpen = (viewer: Viewer, today: PlainDate) => openOf(db(), viewer, today).all()

const openOf = keptQuery((reader, viewer: Viewer, today: PlainDate) =>
  reader
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
    .prepare(),
)

/** When a closed item was reported done for the last time, or else closed. Needs those of its `action_item_steps` joined. */
export const doneAt = sql<Date>`coalesce(max(${actionItemSteps.at}), ${actionItems.closedAt})`.mapWith(
  actionItems.closedAt,
)

/** Those steps, for a left join. */
export const reportedDone = and(
  eq(actionItemSteps.actionItemId, actionItems.id),
  eq(actionItemSteps.step, 'reported_done'),
)

/**
 * The items closed since a day: what was due when, and when it was reported done for the last time
 * (that the coordinator confirmed later is not the department's delay). One statement.
 */
export const listClosed = (viewer: Viewer, since: PlainDate, forumId?: string) =>
  closedSince(db(), viewer, since, forumId).all()

const closedSince = keptQuery((reader, viewer: Viewer, since: PlainDate, forumId?: string) =>
  reader
    .select({
      forumId: forums.id,
      dueOn: actionItems.dueOn,
      doneAt,
    })
    .from(actionItems)
    .innerJoin(forums, eq(forums.id, actionItems.forumId))
    .leftJoin(actionItemSteps, reportedDone)
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
    .prepare(),
)
