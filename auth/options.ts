import 'server-only'
import { randomBytes } from 'node:crypto'
import { after } from 'next/server'
import type { NextAuthOptions } from 'next-auth'
import type { Adapter, AdapterUser } from 'next-auth/adapters'
import { appUrl } from '@/lib/env'
import { logger } from './next-auth-logger'
import { endSession, findSession, isNoteDue, noteSeen, SESSION_HOURS } from './session-store'

const secure = () => appUrl().protocol === 'https:'
/** The __Host- prefix ties the cookie to this host and to https. */
export const sessionCookieName = () => (secure() ? '__Host-en-indgang' : 'en-indgang')

export const sessionCookie = (token: string, expires: Date) => ({
  name: sessionCookieName(),
  value: token,
  expires,
  httpOnly: true,
  sameSite: 'lax' as const,
  path: '/',
  secure: secure(),
})

// next-auth only signs its own CSRF cookies with this, and none of its routes is mounted.
const secret = randomBytes(32).toString('base64url')
const lifetime = SESSION_HOURS * 3600

/** next-auth over our own hashed sessions. */
export function nextAuthOptions() {
  return {
    secret,
    providers: [],
    session: { strategy: 'database', maxAge: lifetime, updateAge: lifetime },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: secure() },
      },
    },
    adapter: sessionAdapter,
    logger,
    callbacks: { session: ({ user }: { user: AdapterUser }) => ({ personId: user.id }) },
  } satisfies Omit<NextAuthOptions, 'callbacks'> & { callbacks: object }
}

const sessionAdapter: Adapter = {
  getSessionAndUser: async (sessionToken) => {
    const now = new Date()
    const found = findSession(sessionToken, now)
    if (!found) return null
    if (isNoteDue(found, now)) after(() => noteSeen(sessionToken, now))
    const { personId, email, expiresAt } = found
    return {
      session: { sessionToken, userId: personId, expires: expiresAt },
      user: { id: personId, email, emailVerified: null },
    }
  },
  deleteSession: async (sessionToken) => endSession(sessionToken),
  /** Sessions are absolute: they are never stretched. */
  updateSession: async () => null,
}
