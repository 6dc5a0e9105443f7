import 'server-only'
import { asc, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { areas, parties, routingRules } from '@/db/schema'
import { NotFound } from '@/lib/errors'
import { can, type Viewer } from '@/policy'

export type ListedRule = ReturnType<typeof listRules>[number]

/** For the team. Throws NotFound for others. One statement. */
export function listRules(viewer: Viewer) {
  if (!can.triageEnquiries(viewer)) throw new NotFound()
  return db()
    .select({
      id: routingRules.id,
      areaId: routingRules.areaId,
      area: areas.name,
      themeId: routingRules.themeId,
      words: routingRules.words,
      partyId: routingRules.partyId,
      party: parties.shortName,
      version: routingRules.version,
    })
    .from(routingRules)
    .innerJoin(parties, eq(parties.id, routingRules.partyId))
    .leftJoin(areas, eq(areas.id, routingRules.areaId))
    .where(isNull(routingRules.removedAt))
    .orderBy(asc(parties.sortKey), asc(routingRules.words))
    .all()
}
