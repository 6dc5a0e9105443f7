import { and, eq, inArray, isNull, notInArray } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader, Transaction } from '@/db/open'
import { allocationDecisions, allocations, areas, masterPlans, politicalDecisions } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer } from '@/policy'
import type { ChangeAllocationInput, NewAllocationInput, RemovalInput } from '../input'
import { requirePeriod } from '../queries/funding'

/** Money given out, and the decisions it rests on (S09, S22). */
export function addAllocation(person: Viewer, input: NewAllocationInput, now: Date): void {
  write((tx) => {
    authorize(can.keepFunding(person))
    const { decisionIds, placeId, ...words } = input
    requirePeriod(tx, words.periodId)
    const place = placeOf(tx, placeId)
    const id = newId()
    tx.insert(allocations)
      .values({ id, ...words, ...place })
      .run()
    keepDecisions(tx, id, decisionIds, now)
    const data = { periodId: words.periodId, ...place, decisions: decisionIds }
    record(tx, person, { kind: 'allocation.created', subject: ['allocation', id], data }, now)
  })
}

export function changeAllocation(person: Viewer, input: ChangeAllocationInput, now: Date): void {
  write((tx) => {
    authorize(can.keepFunding(person))
    const { id, version, decisionIds, ...typed } = input
    const { planId, areaId, ...rest } = load(tx, id, typed.periodId)
    const stored = { ...rest, placeId: planId ?? areaId }
    const changed = changedFields<typeof typed>(stored, typed)
    const before = decisionsOf(tx, id)
    const isSame = before.length === decisionIds.length && decisionIds.every((one) => before.includes(one))
    if (changed.length === 0 && isSame) return
    refuseOverwriting<typeof typed>(stored, version, changed)
    if (stored.version !== version) throw new Conflict('fundingChanged')
    const { placeId, ...words } = typed
    tx.update(allocations)
      .set({ ...words, ...placeOf(tx, placeId), version: version + 1 })
      .where(eq(allocations.id, id))
      .run()
    keepDecisions(tx, id, decisionIds, now)
    const data = { changed, decisions: decisionIds }
    record(tx, person, { kind: 'allocation.changed', subject: ['allocation', id], data }, now)
  })
}

export function removeAllocation(person: Viewer, { id, version, periodId }: RemovalInput, now: Date): void {
  write((tx) => {
    authorize(can.keepFunding(person))
    const stored = load(tx, id, periodId)
    if (stored.version !== version) throw new Conflict('fundingChanged')
    tx.update(allocations)
      .set({ removedAt: now, version: version + 1 })
      .where(eq(allocations.id, id))
      .run()
    record(tx, person, { kind: 'allocation.removed', subject: ['allocation', id] }, now)
  })
}

function load(tx: Transaction, id: string, periodId: string) {
  const stored = tx
    .select()
    .from(allocations)
    .where(and(eq(allocations.id, id), eq(allocations.periodId, periodId), isNull(allocations.removedAt)))
    .get()
  if (!stored) throw new NotFound()
  return stored
}

/** The place one chose is a plan or an area; neither stands for all. */
function placeOf(reader: Reader, placeId: string | null): { planId: string | null; areaId: string | null } {
  if (placeId === null) return { planId: null, areaId: null }
  const known = (table: typeof masterPlans | typeof areas) =>
    reader.select({ id: table.id }).from(table).where(eq(table.id, placeId)).get() !== undefined
  if (known(masterPlans)) return { planId: placeId, areaId: null }
  if (known(areas)) return { planId: null, areaId: placeId }
  throw new Refused('unknown', undefined, 'placeId')
}

const decisionsOf = (reader: Reader, allocationId: string): string[] =>
  reader
    .select({ id: allocationDecisions.politicalDecisionId })
    .from(allocationDecisions)
    .where(and(eq(allocationDecisions.allocationId, allocationId), isNull(allocationDecisions.removedAt)))
    .all()
    .map(({ id }) => id)

function keepDecisions(tx: Transaction, allocationId: string, decisionIds: string[], now: Date): void {
  const known = tx
    .select({ id: politicalDecisions.id })
    .from(politicalDecisions)
    .where(and(inArray(politicalDecisions.id, decisionIds), isNull(politicalDecisions.removedAt)))
    .all()
  if (known.length !== decisionIds.length) throw new Refused('unknown', undefined, 'decisionIds')
  tx.update(allocationDecisions)
    .set({ removedAt: now })
    .where(
      and(
        eq(allocationDecisions.allocationId, allocationId),
        notInArray(allocationDecisions.politicalDecisionId, decisionIds),
        isNull(allocationDecisions.removedAt),
      ),
    )
    .run()
  for (const politicalDecisionId of decisionIds) {
    tx.insert(allocationDecisions)
      .values({ allocationId, politicalDecisionId })
      .onConflictDoUpdate({
        target: [allocationDecisions.allocationId, allocationDecisions.politicalDecisionId],
        set: { removedAt: null },
      })
      .run()
  }
}
