import 'server-only'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { db, write } from '@/db/client'
import { people, sessions } from '@/db/schema'
import { hashToken, newToken } from './tokens'

/** A session ends twelve hours after sign-in, whatever happens. */
export const SESSION_HOURS = 12
const HOUR = 3_600_000

export type StoredSession = { personId: string; email: string; expiresAt: Date }

/** Starts a session and returns the token for the cookie; only its hash is stored. */
export function createSession(personId: string, now: Date): { token: string; expiresAt: Date } {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * HOUR)
  write((tx) => {
    tx.insert(sessions)
      .values({ tokenHash: hashToken(token), personId, createdAt: now, lastSeenAt: now, expiresAt })
      .run()
  })
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
