import { and, eq } from 'drizzle-orm'
import { write } from '@/db/client'
import { planOrganisations } from '@/db/schema'
import { record } from '@/features/activity/record'
import { authorize, can, type Viewer } from '@/policy'
import type { AddOrganisationInput } from '../input'
import { loadPlan, requireOrganisation } from './load'

export function addOrganisation(person: Viewer, { id, partyId }: AddOrganisationInput, now: Date): void {
  write((tx) => {
    const plan = loadPlan(tx, person, id)
    authorize(can.administer(person))
    requireOrganisation(tx, partyId, 'partyId')
    if (plan.leadPartyId === partyId || plan.organisationIds.includes(partyId)) return
    tx.insert(planOrganisations)
      .values({ planId: id, partyId })
      .onConflictDoUpdate({
        target: [planOrganisations.planId, planOrganisations.partyId],
        set: { removedAt: null },
      })
      .run()
    record(tx, person, { kind: 'plan.organisation-added', subject: ['plan', id], data: { partyId } }, now)
  })
}

/** It sees the plan no more; what it wrote stands. Who leads the plan cannot be taken off it. */
export function removeOrganisation(person: Viewer, { id, partyId }: AddOrganisationInput, now: Date): void {
  write((tx) => {
    const plan = loadPlan(tx, person, id)
    authorize(can.administer(person))
    if (!plan.organisationIds.includes(partyId)) return
    tx.update(planOrganisations)
      .set({ removedAt: now })
      .where(and(eq(planOrganisations.planId, id), eq(planOrganisations.partyId, partyId)))
      .run()
    record(tx, person, { kind: 'plan.organisation-removed', subject: ['plan', id], data: { partyId } }, now)
  })
}
