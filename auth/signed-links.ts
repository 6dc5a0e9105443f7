import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '@/db/open'
import { signedLinks } from '@/db/schema'

type Which = { personId: string } | { subjectId: string; purpose: string }

/**
 * Makes links dead, in the transaction of what made them wrong: all of a person, or all that do one thing to one
 * subject. Says how many there were. It stands here so that every feature can call it, also those that links act on.
 */
export function revokeSignedLinks(tx: Transaction, which: Which, now: Date): number {
  const chosen =
    'personId' in which
      ? eq(signedLinks.personId, which.personId)
      : and(eq(signedLinks.subjectId, which.subjectId), eq(signedLinks.purpose, which.purpose))
  return tx
    .update(signedLinks)
    .set({ revokedAt: now })
    .where(and(chosen, isNull(signedLinks.usedAt), isNull(signedLinks.revokedAt)))
    .run().changes
}
