import { lt } from 'drizzle-orm'
import { write } from '@/db/client'
import { rateLimits, sessions, signedLinks, signInLinks, signInRequests } from '@/db/schema'
import { ended } from './session-store'

const DAY = 24 * 3_600_000

/** Removes what no longer opens anything. One-time keys stay a month, so that one can still see what became of them. */
export function sweepEnded(now: Date): void {
  const monthAgo = new Date(now.getTime() - 30 * DAY)
  write((tx) => {
    tx.delete(sessions).where(ended(now)).run()
    tx.delete(signInRequests).where(lt(signInRequests.expiresAt, monthAgo)).run()
    tx.delete(signInLinks).where(lt(signInLinks.expiresAt, monthAgo)).run()
    tx.delete(signedLinks).where(lt(signedLinks.expiresAt, monthAgo)).run()
    tx.delete(rateLimits).where(lt(rateLimits.expire, now.getTime())).run()
  })
}
