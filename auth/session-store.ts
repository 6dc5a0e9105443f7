import 'server-only'
import { and, count, eq, gt, isNull, lt, lte, max, min, or } from 'drizzle-orm'
import { db, write } from '@/db/client'
import type { Reader, Transaction } from '@/db/open'
import { people, type SignInMethod, sessions } from '@/db/schema'
import { Unavailable } from '@/lib/errors'
import { hashToken, newToken } from './tokens'

/** A session ends twelve hours after sign-in, whatever happens. */
export const SESSION_HOURS = 12
/** And two hours after the last request. A meeting's log asks while somebody types, so a meeting is never cut off. */
export const IDLE_HOURS = 2
const HOUR = 3_600_000
const MINUTE = 60_000

export type StoredSession = { personId: string; email: string; expiresAt: Date; lastSeenAt: Date }

export type NewSession = { token: string; expiresAt: Date }

/**
 * Starts a session in the transaction of the sign-in and sweeps those that have ended.
 * The token is for the cookie; only its hash is stored.
 */
export function createSession(
  tx: Transaction,
  personId: string,
  method: SignInMethod,
  now: Date,
): NewSession {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * HOUR)
  tx.delete(sessions).where(ended(now)).run()
  tx.insert(sessions)
    .values({ tokenHash: hashToken(token), personId, method, createdAt: now, lastSeenAt: now, expiresAt })
    .run()
  return { token, expiresAt }
}

/** The living session of an active person, or null. */
export function findSession(token: string, now: Date): StoredSession | null {
  const found = db()
    .select({
      personId: sessions.personId,
      email: people.email,
      expiresAt: sessions.expiresAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.tokenHash, hashToken(token)), living(now), isNull(people.deactivatedAt)))
    .get()
  return found ?? null
}

/** Which way a person's living sessions came in, how many, and since when. */
export const listSessions = (reader: Reader, personId: string, now: Date) =>
  reader
    .select({
      method: sessions.method,
      sessions: count(),
      since: min(sessions.createdAt).mapWith(sessions.createdAt),
      lastSeenAt: max(sessions.lastSeenAt).mapWith(sessions.lastSeenAt),
    })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), living(now)))
    .groupBy(sessions.method)
    .orderBy(sessions.method)
    .all()

/** Noted once a minute, so that reading a page hardly ever writes. */
export const isNoteDue = ({ lastSeenAt }: StoredSession, now: Date): boolean =>
  now.getTime() - lastSeenAt.getTime() >= MINUTE

/** Somebody was here. A disk that cannot write must not end the reading. */
export function noteSeen(token: string, now: Date): void {
  try {
    write((tx) => {
      tx.update(sessions)
        .set({ lastSeenAt: now })
        .where(and(eq(sessions.tokenHash, hashToken(token)), lt(sessions.lastSeenAt, now)))
        .run()
    })
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
  }
}

export function endSession(token: string): void {
  write((tx) => {
    tx.delete(sessions)
      .where(eq(sessions.tokenHash, hashToken(token)))
      .run()
  })
}

/** Signs a person out everywhere, in the transaction of whatever made that necessary; says how many sessions ended. */
export const revokeSessions = (tx: Transaction, personId: string): number =>
  tx.delete(sessions).where(eq(sessions.personId, personId)).run().changes

const idleSince = (now: Date) => new Date(now.getTime() - IDLE_HOURS * HOUR)

/** What opens nothing any more. */
export const ended = (now: Date) => or(lte(sessions.expiresAt, now), lte(sessions.lastSeenAt, idleSince(now)))

/** A session seen in the future means that the clock was set back: nobody knows how far, so it is over. */
const living = (now: Date) =>
  and(
    gt(sessions.expiresAt, now),
    gt(sessions.lastSeenAt, idleSince(now)),
    lte(sessions.lastSeenAt, new Date(now.getTime() + MINUTE)),
  )
