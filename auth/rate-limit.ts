import 'server-only'
import { RateLimiterRes, RateLimiterSQLite } from 'rate-limiter-flexible'
import { db } from '@/db/client'
import { guarded } from '@/db/latch'
import { hashToken } from './tokens'

const QUARTER = 15 * 60
const HOUR = 60 * 60

/** The narrowest first: whoever is over one does not use up what is everybody's. */
const LIMITS = [
  { by: 'network', points: 20, seconds: QUARTER },
  { by: 'address', points: 3, seconds: QUARTER },
  { by: 'everybody', points: 300, seconds: HOUR },
] as const

export type Attempt = {
  what: 'mail' | 'code' | 'link'
  network: string | null
  /** The mail address that was typed, known or not. */
  address?: string
}

/**
 * Counts an attempt at signing in, and says whether it is one too many. To be called outside of every transaction:
 * the limiter answers later, and what it counted stays counted whatever comes of the attempt.
 */
export async function isTooOften({ what, network, address }: Attempt): Promise<boolean> {
  const callers = { network, address, everybody: 'everybody' }
  for (const { by, points, seconds } of LIMITS) {
    const caller = callers[by]
    if (caller && (await isOver(hashToken(`${what} ${by} ${caller}`), points, seconds))) return true
  }
  return false
}

async function isOver(key: string, points: number, seconds: number): Promise<boolean> {
  const { $client } = db()
  const limiter = new RateLimiterSQLite({
    storeClient: $client,
    storeType: 'better-sqlite3',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix: '',
    points,
    duration: seconds,
  })
  try {
    await limiter.consume(key)
    return false
  } catch (error) {
    if (error instanceof RateLimiterRes) return true
    // A full disk is said in the words of every other write.
    return guarded($client, () => {
      throw error
    })
  }
}
