import { and, eq, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader, Transaction } from '@/db/open'
import { allocationDecisions, allocations, politicalDecisions } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer } from '@/policy'
import type { ChangeDecisionInput, NewDecisionInput, RemovalInput } from '../input'

/** Made by a committee or the council; kept here as the ground that money stands on (S07, S18). */
export function addDecision(person: Viewer, { periodId, ...input }: NewDecisionInput, now: Date): void {
  write((tx) => {
    authorize(can.keepFunding(person))
    const id = newId()
    tx.insert(politicalDecisions)
      .values({ id, ...input })
      .run()
    const { decidedOn } = input
    const subject: [string, string] = ['political-decision', id]
    record(tx, person, { kind: 'political-decision.created', subject, data: { decidedOn, periodId } }, now)
  })
}

export function changeDecision(person: Viewer, input: ChangeDecisionInput, now: Date): void {
  write((tx) => {
    authorize(can.keepFunding(person))
    const { id, version, periodId: _, ...words } = input
    const stored = loadDecision(tx, id)
    const changed = changedFields<typeof words>(stored, words)
    if (changed.length === 0) return
    refuseOverwriting<typeof words>(stored, version, changed)
    tx.update(politicalDecisions)
      .set({ ...words, version: stored.version + 1 })
      .where(eq(politicalDecisions.id, id))
      .run()
    const subject: [string, string] = ['political-decision', id]
    record(tx, person, { kind: 'political-decision.changed', subject, data: { changed } }, now)
  })
}

/** Not as long as money stands on it. Its remarks go out of sight with it, and stay in the record. */
export function removeDecision(person: Viewer, { id, version }: RemovalInput, now: Date): void {
  write((tx) => {
    authorize(can.keepFunding(person))
    const stored = loadDecision(tx, id)
    if (stored.version !== version) throw new Conflict('fundingChanged')
    const label = restingOn(tx, id)
    if (label !== undefined) throw new Refused('decisionCarriesMoney', { label })
    tx.update(politicalDecisions)
      .set({ removedAt: now, version: version + 1 })
      .where(eq(politicalDecisions.id, id))
      .run()
    const subject: [string, string] = ['political-decision', id]
    record(tx, person, { kind: 'political-decision.removed', subject }, now)
  })
}

/** Throws NotFound for one that was taken away. */
export function loadDecision(tx: Transaction, id: string) {
  const stored = tx
    .select()
    .from(politicalDecisions)
    .where(and(eq(politicalDecisions.id, id), isNull(politicalDecisions.removedAt)))
    .get()
  if (!stored) throw new NotFound()
  return stored
}

const restingOn = (reader: Reader, decisionId: string): string | undefined =>
  reader
    .select({ label: allocations.label })
    .from(allocationDecisions)
    .innerJoin(allocations, eq(allocations.id, allocationDecisions.allocationId))
    .where(
      and(
        eq(allocationDecisions.politicalDecisionId, decisionId),
        isNull(allocationDecisions.removedAt),
        isNull(allocations.removedAt),
      ),
    )
    .get()?.label
