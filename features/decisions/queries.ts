import 'server-only'
import { and, eq, isNull, or } from 'drizzle-orm'
import { db } from '@/db/client'
import { agendaItems, decisions, forums, meetings } from '@/db/schema'
import { NotFound } from '@/lib/errors'
import { type Viewer, visible } from '@/policy'

export type DecisionDetail = ReturnType<typeof getDecision>

/**
 * One decision with the meeting and item it was made under, and those it replaced or was replaced by, as far as the
 * viewer may read them. Throws NotFound. Two statements.
 */
export function getDecision(viewer: Viewer, id: string) {
  const decision = readable(viewer, eq(decisions.id, id)).get()
  if (!decision) throw new NotFound()
  const others = readable(
    viewer,
    or(eq(decisions.id, decision.replacedById ?? ''), eq(decisions.replacedById, id)),
  ).all()
  return {
    ...decision,
    successor: others.find((other) => other.id === decision.replacedById),
    replaced: others.filter(({ replacedById }) => replacedById === id),
  }
}

/** Those of a meeting that the viewer may read: minutes sent earlier also name others. One statement. */
export const listReadable = (viewer: Viewer, meetingId: string): Set<string> =>
  new Set(
    readable(viewer, eq(decisions.meetingId, meetingId))
      .all()
      .map(({ id }) => id),
  )

const readable = (viewer: Viewer, condition: ReturnType<typeof or>) =>
  db()
    .select({
      id: decisions.id,
      number: decisions.number,
      visibility: decisions.visibility,
      body: decisions.body,
      state: decisions.state,
      decidedOn: decisions.decidedOn,
      reviewOn: decisions.reviewOn,
      replacedById: decisions.replacedById,
      meetingId: decisions.meetingId,
      forum: { name: forums.name, slug: forums.slug, mark: forums.mark },
      item: { id: agendaItems.id, title: agendaItems.title, topicId: agendaItems.topicId },
    })
    .from(decisions)
    .innerJoin(agendaItems, eq(agendaItems.id, decisions.agendaItemId))
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .innerJoin(forums, eq(forums.id, decisions.forumId))
    .where(and(condition, isNull(decisions.removedAt), visible.records(viewer, decisions)))
    .orderBy(decisions.decidedOn)
