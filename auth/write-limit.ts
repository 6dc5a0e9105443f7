import 'server-only'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { writesAMinute } from '@/lib/env'

// On globalThis: Next bundles this module more than once, and the count is one.
const held = globalThis as { enIndgangWrites?: RateLimiterMemory }

/**
 * Counts a person's write, and says whether it is one too many: ten a second for a minute is no hand but a script gone
 * wild, and one thread serves everybody. In memory, since counting must not cost another write.
 */
export async function isWritingTooFast(personId: string): Promise<boolean> {
  held.enIndgangWrites ??= new RateLimiterMemory({ points: writesAMinute(), duration: 60 })
  try {
    await held.enIndgangWrites.consume(personId)
    return false
  } catch (error) {
    if (error instanceof RateLimiterRes) return true
    throw error
  }
}
