import 'server-only'
import { asc, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { areas, classifications, type PartState, parties, routingRules } from '@/db/schema'
import { NotFound } from '@/lib/errors'
import { can, isTeam, type Viewer } from '@/policy'
import { isThirdRefusal } from '../rules'
import { type Suggested, suggestParties } from './rules'

export type ListedRule = ReturnType<typeof listRules>[number]

/** For the team. Throws NotFound for others. One statement. */
export function listRules(viewer: Viewer) {
  if (!can.triageEnquiries(viewer)) throw new NotFound()
  return rulesInUse()
}

type Placed = Parameters<typeof suggestParties>[0] & {
  parts: { partyId: string; state: PartState; leads: boolean }[]
}

/**
 * Where an enquiry may belong by the rules, each with why, without those who have it, answered it or refused it: for the
 * team, and for the lead department once somebody refused, until it is the coordinator's alone. Null for others, one
 * statement for them.
 */
export function listSuggested(viewer: Viewer, enquiry: Placed): Suggested[] | null {
  const { parts } = enquiry
  if (!can.leadEnquiry(viewer, parts.find(({ leads }) => leads) ?? null)) return null
  const refused = parts.some(({ state }) => state === 'refused')
  if (!isTeam(viewer) && (!refused || isThirdRefusal(parts))) return null
  const asked = new Set(parts.filter(({ state }) => state !== 'dropped').map(({ partyId }) => partyId))
  return suggestParties(enquiry, rulesInUse()).filter(({ partyId }) => !asked.has(partyId))
}

const rulesInUse = () =>
  db()
    .select({
      id: routingRules.id,
      areaId: routingRules.areaId,
      area: areas.name,
      themeId: routingRules.themeId,
      theme: { nameDa: classifications.nameDa, nameEn: classifications.nameEn },
      words: routingRules.words,
      partyId: routingRules.partyId,
      party: parties.shortName,
      version: routingRules.version,
    })
    .from(routingRules)
    .innerJoin(parties, eq(parties.id, routingRules.partyId))
    .leftJoin(areas, eq(areas.id, routingRules.areaId))
    .leftJoin(classifications, eq(classifications.id, routingRules.themeId))
    .where(isNull(routingRules.removedAt))
    .orderBy(asc(parties.sortKey), asc(routingRules.words))
    .all()
