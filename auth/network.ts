import 'server-only'
import { isIP } from 'node:net'
import { headers } from 'next/headers'

/** The network a request came from, as far as the reverse proxy says so (docs/operations.md). */
export const callerNetwork = async (): Promise<string | null> =>
  networkOf((await headers()).get('x-forwarded-for'))

/**
 * The last hop is what our own proxy saw, those before it are what the caller claims. Of an IPv6 address the first half
 * counts, since one household has all the rest. Null for our own machine: then no proxy said anything.
 */
export function networkOf(forwardedFor: string | null): string | null {
  const [hop = ''] = forwardedFor?.split(',').at(-1)?.trim().split('%') ?? []
  const address = hop.replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIP(address) === 4) return address.startsWith('127.') ? null : address
  if (isIP(address) !== 6) return null
  const groups = groupsOf(new URL(`http://[${address}]`).hostname.slice(1, -1))
  return groups.join(':') === '0:0:0:0:0:0:0:1' ? null : groups.slice(0, 4).join(':')
}

function groupsOf(address: string): string[] {
  const [before = [], after = []] = address.split('::').map((half) => half.split(':').filter(Boolean))
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after]
}
