import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { areas, forums, masterPlans, steeringGroups } from '@/db/schema'
import { compareDanish } from '@/lib/danish-order'
import { NotFound } from '@/lib/errors'
import { can, type Viewer } from '@/policy'

export type SteeringGroup = ReturnType<typeof listSteeringGroups>[number]

/** The old groups, by area and plan. Throws NotFound for all but the coordinators. */
export function listSteeringGroups(viewer: Viewer) {
  if (!can.administer(viewer)) throw new NotFound()
  return db()
    .select({
      id: steeringGroups.id,
      name: steeringGroups.name,
      plan: masterPlans.name,
      area: areas.name,
      endedOn: steeringGroups.endedOn,
      successorForumId: steeringGroups.successorForumId,
      successor: forums.name,
      source: steeringGroups.source,
      meetingsAYear: steeringGroups.meetingsAYear,
      municipalPeople: steeringGroups.municipalPeople,
      minutesAYear: steeringGroups.minutesAYear,
      baselineSource: steeringGroups.baselineSource,
      baselineEstimated: steeringGroups.baselineEstimated,
      version: steeringGroups.version,
    })
    .from(steeringGroups)
    .innerJoin(masterPlans, eq(masterPlans.id, steeringGroups.planId))
    .innerJoin(areas, eq(areas.id, masterPlans.areaId))
    .leftJoin(forums, eq(forums.id, steeringGroups.successorForumId))
    .all()
    .sort((a, b) => compareDanish(a.area, b.area) || compareDanish(a.plan, b.plan))
}

/** The plans a group can have belonged to. */
export function listPlans(viewer: Viewer) {
  if (!can.administer(viewer)) throw new NotFound()
  return db()
    .select({ id: masterPlans.id, name: masterPlans.name })
    .from(masterPlans)
    .orderBy(asc(masterPlans.name))
    .all()
    .sort((a, b) => compareDanish(a.name, b.name))
}
