import 'server-only'
import { and, asc, desc, eq, exists, gte, isNull, or, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  actionItems,
  agendaItems,
  decisions,
  type LeftKind,
  type Placement,
  parties,
  people,
  seats,
  topics,
} from '@/db/schema'
import type { PlainDate } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, type Viewer } from '@/policy'
import { PLACES } from '../rules'

type Onto = Exclude<Placement, 'ended'>
export type Place = { placement: Onto; id: string; label: string }

/** A list to choose from is no longer than this: the newest of each. */
const MOST = 200
const LONGEST = 90

/**
 * What a thing of this kind can be placed onto in the forum that replaced the group, newest first. For the team; throws
 * NotFound for others. Three statements at most.
 */
export function listPlaces(viewer: Viewer, forumId: string | null, kind: LeftKind, today: PlainDate) {
  if (!can.keepSuccession(viewer)) throw new NotFound()
  if (forumId === null) return []
  return PLACES[kind].flatMap((placement): Place[] =>
    placement === 'ended'
      ? []
      : LIST[placement](forumId, today).map(({ id, label }) => ({ placement, id, label: shortened(label) })),
  )
}

const shortened = (label: string) =>
  label.length <= LONGEST ? label : `${label.slice(0, LONGEST).trimEnd()}…`

const LIST: Record<Onto, (forumId: string, today: PlainDate) => { id: string; label: string }[]> = {
  decision: (forumId) =>
    db()
      .select({ id: decisions.id, label: decisions.body })
      .from(decisions)
      .where(and(eq(decisions.forumId, forumId), isNull(decisions.removedAt)))
      .orderBy(desc(decisions.decidedOn), desc(decisions.number))
      .limit(MOST)
      .all(),
  action_item: (forumId) =>
    db()
      .select({ id: actionItems.id, label: actionItems.title })
      .from(actionItems)
      .where(and(eq(actionItems.forumId, forumId), isNull(actionItems.removedAt)))
      .orderBy(desc(actionItems.agreedOn), asc(actionItems.title))
      .limit(MOST)
      .all(),
  topic: (forumId) =>
    db()
      .select({ id: topics.id, label: topics.title })
      .from(topics)
      .where(
        and(
          eq(topics.forumId, forumId),
          isNull(topics.removedAt),
          exists(
            db()
              .select({ id: agendaItems.id })
              .from(agendaItems)
              .where(
                and(
                  eq(agendaItems.topicId, topics.id),
                  isNull(agendaItems.removedAt),
                  sql`${agendaItems.kind} <> 'formality'`,
                ),
              ),
          ),
        ),
      )
      .orderBy(desc(topics.createdAt))
      .limit(MOST)
      .all(),
  seat: (forumId, today) =>
    db()
      .select({
        id: seats.id,
        label: sql<string>`${parties.shortName} || ' · ' || ${people.name}`,
      })
      .from(seats)
      .innerJoin(people, eq(people.id, seats.personId))
      .innerJoin(parties, eq(parties.id, seats.partyId))
      .where(and(eq(seats.forumId, forumId), or(isNull(seats.validTo), gte(seats.validTo, today))))
      .orderBy(asc(parties.sortKey), asc(people.name))
      .limit(MOST)
      .all(),
}
