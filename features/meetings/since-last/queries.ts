import 'server-only'
import { and, asc, desc, eq, exists, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { actionItemSteps, actionItems, agendaItems, decisions, meetings, parties } from '@/db/schema'
import { isOpen, isPressing, PRESSING_STATES } from '@/features/action-items/rules'
import { decisionLabel } from '@/features/decisions/rules'
import { instantOf, type PlainDate } from '@/lib/dates'
import { type Viewer, visible } from '@/policy'

export type SinceLast = NonNullable<ReturnType<typeof sinceLast>>
type Sitting = { id: string; forumId: string; heldOn: PlainDate }

/**
 * What "Siden sidst" has to tell before a meeting: the action items of the forum that were closed or moved since the
 * one before, those that are late, and what was decided then, all as far as the viewer may read it. Null when no
 * meeting was held before. Three statements.
 */
export function sinceLast(
  viewer: Viewer,
  { id, forumId, heldOn }: Sitting,
  today: PlainDate,
  reader: Reader = db(),
) {
  const last = reader
    .select({ id: meetings.id, heldOn: meetings.heldOn, startsAt: meetings.startsAt })
    .from(meetings)
    .where(
      and(
        eq(meetings.forumId, forumId),
        inArray(meetings.state, ['held', 'closed']),
        lt(meetings.heldOn, heldOn),
        sql`${meetings.id} <> ${id}`,
        visible.meetings(viewer),
      ),
    )
    .orderBy(desc(meetings.heldOn))
    .get()
  if (!last) return null
  const since = instantOf(last.heldOn, last.startsAt)
  const movedSince = reader
    .select({ one: sql`1` })
    .from(actionItemSteps)
    .where(
      and(
        eq(actionItemSteps.actionItemId, actionItems.id),
        eq(actionItemSteps.step, 'date_moved'),
        gt(actionItemSteps.at, since),
      ),
    )
  const isLate = and(inArray(actionItems.state, [...PRESSING_STATES]), lt(actionItems.dueOn, today))
  const items = reader
    .select({
      id: actionItems.id,
      title: actionItems.title,
      state: actionItems.state,
      dueOn: actionItems.dueOn,
      visibility: actionItems.visibility,
      releasedAt: actionItems.releasedAt,
      party: parties.shortName,
      moved: sql<number>`${exists(movedSince)}`.mapWith(Boolean),
    })
    .from(actionItems)
    .innerJoin(parties, eq(parties.id, actionItems.responsiblePartyId))
    .where(
      and(
        eq(actionItems.forumId, forumId),
        isNull(actionItems.removedAt),
        visible.actionItems(viewer),
        or(and(eq(actionItems.state, 'closed'), gt(actionItems.closedAt, since)), exists(movedSince), isLate),
      ),
    )
    .orderBy(asc(actionItems.dueOn), asc(parties.sortKey))
    .all()
  return {
    last,
    closed: items.filter(({ state }) => state === 'closed'),
    late: items.filter(({ state, dueOn }) => isPressing(state) && dueOn < today),
    moved: items.filter(({ state, dueOn, moved }) => moved && isOpen(state) && dueOn >= today),
    decided: decidedAt(reader, viewer, last.id),
  }
}

const decidedAt = (reader: Reader, viewer: Viewer, meetingId: string) =>
  reader
    .select({
      id: decisions.id,
      body: decisions.body,
      number: decisions.number,
      decidedOn: decisions.decidedOn,
      visibility: decisions.visibility,
      releasedAt: decisions.releasedAt,
    })
    .from(decisions)
    .innerJoin(agendaItems, eq(agendaItems.id, decisions.agendaItemId))
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(
      and(
        eq(decisions.meetingId, meetingId),
        isNull(decisions.removedAt),
        visible.records(viewer, decisions),
      ),
    )
    .orderBy(asc(decisions.loggedAt))
    .all()
    .map(({ number, decidedOn, ...decision }) => ({
      ...decision,
      label: number === null ? null : decisionLabel({ number, visibility: decision.visibility, decidedOn }),
    }))
