import { isNull } from 'drizzle-orm'
import type { Database } from '@/db/open'
import {
  forums,
  initiatives,
  masterPlans,
  municipalOffers,
  overlaps,
  planOrganisations,
  planRemarks,
} from '@/db/schema'
import { newId } from '@/lib/ids'
import { DEMO_NOW } from './demo'

/** Plans, initiatives and what stands at them, with the facts that rights are judged from, found the plain way. */
export function initiativesOf(database: Database) {
  const organisations = database
    .select()
    .from(planOrganisations)
    .where(isNull(planOrganisations.removedAt))
    .all()
  const everyForum = database.select().from(forums).all()
  const plans = database
    .select()
    .from(masterPlans)
    .all()
    .map((plan) => ({
      ...plan,
      organisationIds: organisations.filter(({ planId }) => planId === plan.id).map(({ partyId }) => partyId),
      forumIds: everyForum.filter(({ areaId }) => areaId === plan.areaId).map(({ id }) => id),
    }))
  const planOf = new Map(plans.map((plan) => [plan.id, plan]))
  const withPlan = database
    .select()
    .from(initiatives)
    .all()
    .map((initiative) => ({ ...planOf.get(initiative.planId)!, ...initiative }))
  const byId = new Map(withPlan.map((initiative) => [initiative.id, initiative]))
  return {
    plans,
    initiatives: withPlan,
    offers: database.select().from(municipalOffers).all(),
    remarks: database
      .select()
      .from(planRemarks)
      .all()
      .map((remark) => ({ ...remark, plan: planOf.get(remark.planId)! })),
    overlaps: database
      .select()
      .from(overlaps)
      .all()
      .map((overlap) => ({
        id: overlap.id,
        initiative: byId.get(overlap.initiativeId)!,
        other: overlap.otherInitiativeId ? byId.get(overlap.otherInitiativeId)! : null,
      })),
  }
}

/** Each initiative beside each other and beside an offer, so that rights have something to tell apart. */
export function overlapEverywhere(database: Database): void {
  const { initiatives: all, offers } = initiativesOf(database)
  const found = { foundAt: DEMO_NOW, state: 'found' as const }
  for (const { id: initiativeId } of all) {
    for (const other of all.filter(({ id }) => id !== initiativeId)) {
      database
        .insert(overlaps)
        .values({ id: newId(), initiativeId, otherInitiativeId: other.id, ...found })
        .onConflictDoNothing()
        .run()
    }
    const offerId = offers[0]?.id
    if (offerId)
      database
        .insert(overlaps)
        .values({ id: newId(), initiativeId, offerId, ...found })
        .onConflictDoNothing()
        .run()
  }
}
