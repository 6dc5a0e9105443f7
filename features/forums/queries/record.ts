import 'server-only'
import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { db } from '@/db/client'
import { agendaItems, decisions, masterPlans, meetings, steeringGroups } from '@/db/schema'
import { keptQuery } from '@/db/statements'
import { type Viewer, visible } from '@/policy'

/** A page shows no more unless it is asked to. */
const DECISIONS_SHOWN = 12
const MOST_DECISIONS = 500

export type DecisionInForce = ReturnType<typeof listDecisionsInForce>[number]

/** The forum's decisions in force that the viewer may read, newest first; `total` counts those left out too. */
export const listDecisionsInForce = (viewer: Viewer, forumId: string, { all = false } = {}) =>
  decisionsInForce(db(), viewer, forumId, all ? MOST_DECISIONS : DECISIONS_SHOWN).all()

const decisionsInForce = keptQuery((reader, viewer: Viewer, forumId: string, limit: number) =>
  reader
    .select({
      id: decisions.id,
      number: decisions.number,
      visibility: decisions.visibility,
      body: decisions.body,
      decidedOn: decisions.decidedOn,
      reviewOn: decisions.reviewOn,
      meetingId: decisions.meetingId,
      version: decisions.version,
      total: sql<number>`count(*) over ()`,
    })
    .from(decisions)
    .innerJoin(agendaItems, eq(agendaItems.id, decisions.agendaItemId))
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .where(
      and(
        visible.records(viewer, decisions),
        eq(decisions.forumId, forumId),
        eq(decisions.state, 'in_force'),
        isNull(decisions.removedAt),
      ),
    )
    .orderBy(desc(decisions.decidedOn), desc(decisions.number))
    .limit(limit)
    .prepare(),
)

export type SettledDecision = ReturnType<typeof listSettledDecisions>[number]

const SETTLED_SHOWN = 20

/** The newest of the forum's decisions that are no longer in force: carried out, lapsed, or replaced by which; `total` counts all. */
export const listSettledDecisions = (viewer: Viewer, forumId: string) =>
  settledDecisions(db(), viewer, forumId).all()

const settledDecisions = keptQuery((reader, viewer: Viewer, forumId: string) =>
  reader
    .select({
      id: decisions.id,
      number: decisions.number,
      visibility: decisions.visibility,
      body: decisions.body,
      state: decisions.state,
      decidedOn: decisions.decidedOn,
      meetingId: decisions.meetingId,
      total: sql<number>`count(*) over ()`,
      successor: { number: successor.number, decidedOn: successor.decidedOn },
    })
    .from(decisions)
    .innerJoin(agendaItems, eq(agendaItems.id, decisions.agendaItemId))
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .leftJoin(successor, eq(successor.id, decisions.replacedById))
    .where(
      and(
        visible.records(viewer, decisions),
        eq(decisions.forumId, forumId),
        ne(decisions.state, 'in_force'),
        isNull(decisions.removedAt),
      ),
    )
    .orderBy(desc(decisions.decidedOn), desc(decisions.number))
    .limit(SETTLED_SHOWN)
    .prepare(),
)

// It reaches as far as the one it replaces, so who reads that one may know its number.
const successor = alias(decisions, 'successor')

export type ReplacedGroup = ReturnType<typeof listReplacedGroups>[number]

/** The steering groups this forum took over from, as far as the viewer may see their plans. */
export const listReplacedGroups = (viewer: Viewer, forumId: string) =>
  db()
    .select({
      id: steeringGroups.id,
      name: steeringGroups.name,
      plan: masterPlans.name,
      endedOn: steeringGroups.endedOn,
      source: steeringGroups.source,
    })
    .from(steeringGroups)
    .innerJoin(masterPlans, eq(masterPlans.id, steeringGroups.planId))
    .where(and(visible.plans(viewer), eq(steeringGroups.successorForumId, forumId)))
    .orderBy(masterPlans.name)
    .all()
