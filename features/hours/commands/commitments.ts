import { and, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/open'
import { commitments } from '@/db/schema'
import { type Actor, record } from '@/features/activity/record'
import { newId } from '@/lib/ids'
import { changedFields } from '@/lib/versions'

export type CommitmentValues = {
  planId: string
  partyId: string
  year: number
  quarter: number
  minutes: number
  /** Where it is written, as one would quote it. */
  source: string
}

type Kept = { id: string; change: 'created' | 'changed' | 'unchanged' }

/**
 * Inside the caller's transaction, which has authorized: what a department promised a plan in a quarter (S17). There is
 * one promise to each, so a second one takes the place of the first.
 */
export function keepCommitment(tx: Transaction, actor: Actor, values: CommitmentValues, now: Date): Kept {
  const stored = findCommitment(tx, values)
  const { minutes, source, ...key } = values
  if (!stored) {
    const id = newId()
    tx.insert(commitments)
      .values({ id, ...values })
      .run()
    const data = { ...key, minutesAfter: minutes }
    record(tx, actor, { kind: 'commitment.created', subject: ['commitment', id], data }, now)
    return { id, change: 'created' }
  }
  const { id } = stored
  const changed = changedFields<{ minutes: number; source: string }>(stored, { minutes, source })
  if (changed.length === 0) return { id, change: 'unchanged' }
  tx.update(commitments)
    .set({ minutes, source, version: stored.version + 1 })
    .where(eq(commitments.id, id))
    .run()
  const data = { ...key, changed, minutesBefore: stored.minutes, minutesAfter: minutes }
  record(tx, actor, { kind: 'commitment.changed', subject: ['commitment', id], data }, now)
  return { id, change: 'changed' }
}

type Key = Pick<CommitmentValues, 'planId' | 'partyId' | 'year' | 'quarter'>

const findCommitment = (tx: Transaction, { planId, partyId, year, quarter }: Key) =>
  tx
    .select()
    .from(commitments)
    .where(
      and(
        eq(commitments.planId, planId),
        eq(commitments.partyId, partyId),
        eq(commitments.year, year),
        eq(commitments.quarter, quarter),
      ),
    )
    .get()
