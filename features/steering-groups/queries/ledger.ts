import 'server-only'
import { and, count, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { areas, forums, masterPlans, steeringGroups, successionItems } from '@/db/schema'
import { compareDanish } from '@/lib/danish-order'
import { NotFound } from '@/lib/errors'
import { can, type Viewer } from '@/policy'
import { isPlaced } from './placed'

export type LedgerGroup = ReturnType<typeof listLedger>[number]

/**
 * The steering groups as they were, the forum that replaced each, and how much of what they left is placed; by forum and
 * plan, those without a forum last. For the municipality; throws NotFound for others. One statement.
 */
export const listLedger = (viewer: Viewer, slug?: string) =>
  selectGroups(viewer, slug === undefined ? undefined : eq(forums.slug, slug)).sort(
    (a, b) =>
      (a.forum?.position ?? Number.MAX_SAFE_INTEGER) - (b.forum?.position ?? Number.MAX_SAFE_INTEGER) ||
      compareDanish(a.plan, b.plan),
  )

/** Throws NotFound. */
export function getLedgerGroup(viewer: Viewer, id: string) {
  const [group] = selectGroups(viewer, eq(steeringGroups.id, id))
  if (!group) throw new NotFound()
  return group
}

function selectGroups(viewer: Viewer, condition: SQL | undefined) {
  if (!can.readSuccession(viewer)) throw new NotFound()
  const left = db()
    .select({
      groupId: successionItems.steeringGroupId,
      left: count().as('left_behind'),
      placed: sql<number>`sum(${isPlaced})`.as('placed'),
    })
    .from(successionItems)
    .where(isNull(successionItems.removedAt))
    .groupBy(successionItems.steeringGroupId)
    .as('items')
  return db()
    .select({
      id: steeringGroups.id,
      name: steeringGroups.name,
      planId: masterPlans.id,
      plan: masterPlans.name,
      endedOn: steeringGroups.endedOn,
      source: steeringGroups.source,
      meetingsAYear: steeringGroups.meetingsAYear,
      municipalPeople: steeringGroups.municipalPeople,
      minutesAYear: steeringGroups.minutesAYear,
      baselineSource: steeringGroups.baselineSource,
      baselineEstimated: steeringGroups.baselineEstimated,
      closedAt: steeringGroups.closedAt,
      version: steeringGroups.version,
      forum: {
        id: forums.id,
        slug: forums.slug,
        name: forums.name,
        area: sql<string>`(select ${areas.name} from ${areas} where ${areas.id} = ${forums.areaId})`,
        mark: forums.mark,
        position: forums.position,
      },
      left: sql<number>`coalesce(${left.left}, 0)`,
      placed: sql<number>`coalesce(${left.placed}, 0)`,
    })
    .from(steeringGroups)
    .innerJoin(masterPlans, eq(masterPlans.id, steeringGroups.planId))
    .leftJoin(forums, eq(forums.id, steeringGroups.successorForumId))
    .leftJoin(left, eq(left.groupId, steeringGroups.id))
    .where(and(condition))
    .all()
}
