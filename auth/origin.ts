import { appUrl } from '@/lib/env'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether a write comes from a page of ours. A missing Origin is refused too: every browser sends one with a POST.
 * A browser also says how the page it comes from is related; only the same origin will do.
 */
export function comesFromOwnPage(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  return isOwnOrigin(headers.get('origin')) && (site === null || site === 'same-origin')
}

/** On a loopback address all loopback names of the same port count as one. */
function isOwnOrigin(origin: string | null): boolean {
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
