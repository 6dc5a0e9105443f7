import 'server-only'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { db } from '@/db/client'
import { agendaItems, decisions, masterPlans, meetings, steeringGroups } from '@/db/schema'
import { keptQuery } from '@/db/statements'
import { type Viewer, visible } from '@/policy'

/** A page shows no more of those in force unless it is asked to. */
const IN_FORCE_SHOWN = 12
const MOST_IN_FORCE = 500
const SETTLED_SHOWN = 20

export type ForumDecision = ReturnType<typeof listDecisions>['inForce'][number]

/**
 * The forum's decisions that the viewer may read, newest first: those in force, and those carried out, lapsed or
 * replaced by which. `total` counts those left out too.
 */
export function listDecisions(viewer: Viewer, forumId: string, { all = false } = {}) {
  const found = forumDecisions(db(), viewer, forumId, all ? MOST_IN_FORCE : IN_FORCE_SHOWN).all()
  return {
    inForce: found.filter(({ state }) => state === 'in_force'),
    settled: found.filter(({ state }) => state !== 'in_force'),
  }
}

const forumDecisions = keptQuery((reader, viewer: Viewer, forumId: string, inForceShown: number) => {
  const isInForce = sql`(${decisions.state} = 'in_force')`
  const newest = [desc(decisions.decidedOn), desc(decisions.number)]
  const ranked = reader
    .select({
      id: decisions.id,
      place:
        sql<number>`row_number() over (partition by ${isInForce} order by ${sql.join(newest, sql`, `)})`.as(
          'place',
        ),
      total: sql<number>`count(*) over (partition by ${isInForce})`.as('total'),
    })
    .from(decisions)
    .innerJoin(agendaItems, eq(agendaItems.id, decisions.agendaItemId))
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .where(
      and(visible.records(viewer, decisions), eq(decisions.forumId, forumId), isNull(decisions.removedAt)),
    )
    .as('ranked')
  return reader
    .select({
      id: decisions.id,
      number: decisions.number,
      visibility: decisions.visibility,
      body: decisions.body,
      state: decisions.state,
      decidedOn: decisions.decidedOn,
      reviewOn: decisions.reviewOn,
      version: decisions.version,
      total: ranked.total,
      successor: { number: successor.number, decidedOn: successor.decidedOn },
    })
    .from(ranked)
    .innerJoin(decisions, eq(decisions.id, ranked.id))
    .leftJoin(successor, eq(successor.id, decisions.replacedById))
    .where(sql`${ranked.place} <= case when ${isInForce} then ${inForceShown} else ${SETTLED_SHOWN} end`)
    .orderBy(...newest)
    .prepare()
})

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
