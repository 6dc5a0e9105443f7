import { appUrl } from '@/lib/env'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether a write may come from this page. A missing Origin is refused too: every browser sends one with a POST.
 * On a loopback address all loopback names of the same port count as one.
 */
export function isOwnOrigin(origin: string | null): boolean {
  if (!origin || !URL.canParse(origin)) return false
  const from = new URL(origin)
  const own = appUrl()
  if (from.origin === own.origin) return true
  return (
    from.protocol === own.protocol &&
    from.port === own.port &&
    LOOPBACK.has(from.hostname) &&
    LOOPBACK.has(own.hostname)
  )
}
