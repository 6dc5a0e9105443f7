import { and, eq, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { masterPlans, planRemarks } from '@/db/schema'
import { record } from '@/features/activity/record'
import { NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer, visible } from '@/policy'
import type { PlanRemarkInput, RemarkInput } from '../input'
import { findPlan } from '../queries'

/** A department on the quality of a plan (S27); nobody outside the municipality reads it before it is shared. */
export function remarkOnPlan(person: Viewer, { id, text }: RemarkInput, now: Date): void {
  write((tx) => {
    findPlan(tx, person, id)
    authorize(can.remarkOnPlan(person))
    const remark = newId()
    const { personId, partyId } = person
    tx.insert(planRemarks).values({ id: remark, planId: id, personId, partyId, text, madeAt: now }).run()
    record(tx, person, { kind: 'plan.remarked', subject: ['plan', id], data: { remark } }, now)
  })
}

/** One's own, or any for the team. */
export function shareRemark(person: Viewer, { id }: PlanRemarkInput, now: Date): void {
  write((tx) => {
    const { planId, sharedAt } = loadOwnRemark(tx, person, id)
    authorize(can.remarkOnPlan(person))
    if (sharedAt) return
    tx.update(planRemarks).set({ sharedAt: now }).where(eq(planRemarks.id, id)).run()
    record(tx, person, { kind: 'plan.remark-shared', subject: ['plan', planId], data: { remark: id } }, now)
  })
}

/** As long as nobody outside has read it. */
export function takeBackRemark(person: Viewer, { id }: PlanRemarkInput, now: Date): void {
  write((tx) => {
    const { planId, sharedAt } = loadOwnRemark(tx, person, id)
    authorize(can.remarkOnPlan(person))
    if (sharedAt) throw new Refused('remarkIsShared')
    tx.update(planRemarks).set({ removedAt: now }).where(eq(planRemarks.id, id)).run()
    record(tx, person, { kind: 'plan.remark-removed', subject: ['plan', planId], data: { remark: id } }, now)
  })
}

function loadOwnRemark(tx: Transaction, person: Viewer, id: string) {
  const found = tx
    .select({ planId: planRemarks.planId, personId: planRemarks.personId, sharedAt: planRemarks.sharedAt })
    .from(planRemarks)
    .innerJoin(masterPlans, eq(masterPlans.id, planRemarks.planId))
    .where(and(eq(planRemarks.id, id), isNull(planRemarks.removedAt), visible.planRemarks(person)))
    .get()
  if (!found) throw new NotFound()
  authorize(can.administer(person) || found.personId === person.personId)
  return found
}
