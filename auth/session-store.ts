import 'server-only'
import { and, eq, gt, isNull, lte } from 'drizzle-orm'
import { db, write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { people, sessions } from '@/db/schema'
import { hashToken, newToken } from './tokens'

/** A session ends twelve hours after sign-in, whatever happens. */
export const SESSION_HOURS = 12
const HOUR = 3_600_000

export type StoredSession = { personId: string; email: string; expiresAt: Date }

export type NewSession = { token: string; expiresAt: Date }

/**
 * Starts a session in the transaction of the sign-in and sweeps those that have ended.
 * The token is for the cookie; only its hash is stored.
 */
export function createSession(tx: Transaction, personId: string, now: Date): NewSession {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * HOUR)
  tx.delete(sessions).where(lte(sessions.expiresAt, now)).run()
  tx.insert(sessions)
    .values({ tokenHash: hashToken(token), personId, createdAt: now, lastSeenAt: now, expiresAt })
    .run()
  return { token, expiresAt }
}

/** The living session of an active person, or null. */
export function findSession(token: string, now: Date): StoredSession | null {
  const found = db()
    .select({ personId: sessions.personId, email: people.email, expiresAt: sessions.expiresAt })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        eq(sessions.tokenHash, hashToken(token)),
        gt(sessions.expiresAt, now),
        isNull(people.deactivatedAt),
      ),
    )
    .get()
  return found ?? null
}

export function endSession(token: string): void {
  write((tx) => {
    tx.delete(sessions)
      .where(eq(sessions.tokenHash, hashToken(token)))
      .run()
  })
}
