import { eq } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader, Transaction } from '@/db/open'
import { forums, risks } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer } from '@/policy'
import type { ChangeRiskInput, NewRiskInput, RiskInput } from './input'
import { listWatchers } from './queries'

/** A light list (S62): what may go wrong, how likely, and who watches it. */
export function addRisk(person: Viewer, { forumId, ...input }: NewRiskInput, now: Date): void {
  write((tx) => {
    authorize(can.developForums(person))
    const forum = tx.select({ id: forums.id }).from(forums).where(eq(forums.id, forumId)).get()
    if (!forum) throw new NotFound()
    requireWatcher(tx, input.watcherId)
    const id = newId()
    tx.insert(risks)
      .values({ id, forumId, ...input, createdAt: now })
      .run()
    const data = { likelihood: input.likelihood }
    record(tx, person, { kind: 'risk.created', subject: ['risk', id], forumId, data }, now)
  })
}

export function changeRisk(person: Viewer, { id, version, ...input }: ChangeRiskInput, now: Date): void {
  write((tx) => {
    authorize(can.developForums(person))
    const risk = find(tx, id)
    const changed = changedFields<typeof input>(risk, input)
    if (changed.length === 0) return
    refuseOverwriting<typeof input>(risk, version, changed)
    requireWatcher(tx, input.watcherId)
    tx.update(risks)
      .set({ ...input, version: risk.version + 1 })
      .where(eq(risks.id, id))
      .run()
    const { forumId } = risk
    record(tx, person, { kind: 'risk.changed', subject: ['risk', id], forumId, data: { changed } }, now)
  })
}

/** It happened, or it cannot happen any more. */
export function closeRisk(person: Viewer, { id, version }: RiskInput, now: Date): void {
  write((tx) => {
    authorize(can.developForums(person))
    const risk = find(tx, id)
    if (risk.version !== version) throw new Conflict('riskChanged')
    tx.update(risks)
      .set({ closedAt: now, version: version + 1 })
      .where(eq(risks.id, id))
      .run()
    record(tx, person, { kind: 'risk.closed', subject: ['risk', id], forumId: risk.forumId }, now)
  })
}

function find(tx: Transaction, id: string) {
  const risk = tx.select().from(risks).where(eq(risks.id, id)).get()
  if (!risk || risk.closedAt) throw new NotFound()
  return risk
}

function requireWatcher(reader: Reader, watcherId: string): void {
  if (!listWatchers(reader).some(({ value }) => value === watcherId))
    throw new Refused('unknown', undefined, 'watcherId')
}
