import 'server-only'
import { and, asc, eq, exists, isNull, type SQL, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/sqlite-core'
import { db } from '@/db/client'
import {
  actionItems,
  agendaItems,
  decisions,
  forums,
  LEFT_KINDS,
  meetings,
  parties,
  people,
  seats,
  successionItems,
  topics,
} from '@/db/schema'
import { NotFound } from '@/lib/errors'
import { can, type Viewer, visible } from '@/policy'
import { isPlaced } from './placed'

export type LeftItem = ReturnType<typeof listLeftBehind>[number]

/** A text for who may read it, and null for others. */
const readable = (right: SQL, words: SQL | SQL.Aliased | typeof decisions.body) =>
  sql<string | null>`case when ${right} then ${words} end`

/**
 * What a group left behind, and where it went: decisions, action items, members, in the order they were written down. What
 * it went to is named as far as the viewer may see it. Throws NotFound for outsiders. One statement.
 */
export function listLeftBehind(viewer: Viewer, groupId: string) {
  if (!can.readSuccession(viewer)) throw new NotFound()
  const placer = db()
    .select({ name: people.name })
    .from(people)
    .where(eq(people.id, successionItems.placedById))
  const sits = new QueryBuilder({ casing: 'snake_case' })
    .select({ one: sql`1` })
    .from(forums)
    .where(and(eq(forums.id, seats.forumId), visible.forums(viewer)))
  // A topic is what its items are: its own query, since the decision's item and meeting are joined beside it.
  const onAgenda = new QueryBuilder({ casing: 'snake_case' })
    .select({ one: sql`1` })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(
      and(eq(agendaItems.topicId, topics.id), isNull(agendaItems.removedAt), visible.agendaItems(viewer)),
    )
  return db()
    .select({
      id: successionItems.id,
      kind: successionItems.kind,
      text: successionItems.text,
      placement: successionItems.placement,
      endedReason: successionItems.endedReason,
      placedAt: successionItems.placedAt,
      placedBy: sql<string | null>`${placer}`,
      isPlaced: isPlaced.mapWith(Boolean),
      version: successionItems.version,
      decision: {
        meetingId: readable(visible.records(viewer, decisions), sql`${decisions.meetingId}`),
        body: readable(visible.records(viewer, decisions), sql`${decisions.body}`),
      },
      actionItem: {
        id: readable(visible.actionItems(viewer), sql`${actionItems.id}`),
        title: readable(visible.actionItems(viewer), sql`${actionItems.title}`),
      },
      topic: {
        id: readable(exists(onAgenda), sql`${topics.id}`),
        title: readable(exists(onAgenda), sql`${topics.title}`),
      },
      seat: {
        person: readable(exists(sits), sql`${people.name}`),
        party: parties.shortName,
      },
    })
    .from(successionItems)
    .leftJoin(decisions, eq(decisions.id, successionItems.decisionId))
    .leftJoin(agendaItems, eq(agendaItems.id, decisions.agendaItemId))
    .leftJoin(meetings, eq(meetings.id, decisions.meetingId))
    .leftJoin(actionItems, eq(actionItems.id, successionItems.actionItemId))
    .leftJoin(topics, eq(topics.id, successionItems.topicId))
    .leftJoin(seats, eq(seats.id, successionItems.seatId))
    .leftJoin(people, eq(people.id, seats.personId))
    .leftJoin(parties, eq(parties.id, seats.partyId))
    .where(and(eq(successionItems.steeringGroupId, groupId), isNull(successionItems.removedAt)))
    .orderBy(
      sql`case ${successionItems.kind} ${sql.join(
        LEFT_KINDS.map((kind, at) => sql`when ${kind} then ${at}`),
        sql` `,
      )} end`,
      asc(sql`${successionItems}.rowid`),
    )
    .all()
}
