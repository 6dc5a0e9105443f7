import { write } from '@/db/client'
import { planSuccessions } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Refused } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'
import type { SucceedPlanInput } from '../input'
import { findPlan, findSuccessor } from '../queries'
import { loadPlan } from './load'

/** Renewed or merged: the other plan goes on from here, and this one stands as it was. */
export function succeedPlan(
  person: Viewer,
  { id, successorId, happenedOn }: SucceedPlanInput,
  now: Date,
): void {
  write((tx) => {
    loadPlan(tx, person, id)
    authorize(can.administer(person))
    findPlan(tx, person, successorId)
    for (let at: string | undefined = successorId; at; at = findSuccessor(tx, at)?.id) {
      if (at === id) throw new Refused('planCircle', undefined, 'successorId')
    }
    tx.insert(planSuccessions).values({ predecessorId: id, successorId, happenedOn }).run()
    const data = { successorId, happenedOn }
    record(tx, person, { kind: 'plan.succeeded', subject: ['plan', id], data }, now)
  })
}
