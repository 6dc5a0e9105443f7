import { and, eq, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { decisionRemarks } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Conflict, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer } from '@/policy'
import type { ChangeRemarkInput, NewRemarkInput, RemovalInput } from '../input'
import { loadDecision } from './decisions'

/** What parties had entered in the minutes: not the decision, but an expectation to be followed up (S08, S09). */
export function addRemark(person: Viewer, { periodId: _, ...input }: NewRemarkInput, now: Date): void {
  write((tx) => {
    authorize(can.keepFunding(person))
    const { politicalDecisionId, followUpOn } = input
    loadDecision(tx, politicalDecisionId)
    const id = newId()
    tx.insert(decisionRemarks)
      .values({ id, ...input })
      .run()
    const data = { politicalDecisionId, followUpOn }
    record(tx, person, { kind: 'decision-remark.created', subject: ['decision-remark', id], data }, now)
  })
}

export function changeRemark(person: Viewer, input: ChangeRemarkInput, now: Date): void {
  write((tx) => {
    authorize(can.keepFunding(person))
    const { id, version, periodId: _, ...words } = input
    const stored = load(tx, id)
    const changed = changedFields<typeof words>(stored, words)
    if (changed.length === 0) return
    refuseOverwriting<typeof words>(stored, version, changed)
    tx.update(decisionRemarks)
      .set({ ...words, version: stored.version + 1 })
      .where(eq(decisionRemarks.id, id))
      .run()
    const data = { changed, followUpOn: words.followUpOn }
    record(tx, person, { kind: 'decision-remark.changed', subject: ['decision-remark', id], data }, now)
  })
}

export function removeRemark(person: Viewer, { id, version }: RemovalInput, now: Date): void {
  write((tx) => {
    authorize(can.keepFunding(person))
    const stored = load(tx, id)
    if (stored.version !== version) throw new Conflict('fundingChanged')
    tx.update(decisionRemarks)
      .set({ removedAt: now, version: version + 1 })
      .where(eq(decisionRemarks.id, id))
      .run()
    record(tx, person, { kind: 'decision-remark.removed', subject: ['decision-remark', id] }, now)
  })
}

function load(tx: Transaction, id: string) {
  const stored = tx
    .select()
    .from(decisionRemarks)
    .where(and(eq(decisionRemarks.id, id), isNull(decisionRemarks.removedAt)))
    .get()
  if (!stored) throw new NotFound()
  loadDecision(tx, stored.politicalDecisionId)
  return stored
}
