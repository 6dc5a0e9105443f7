import { whyNotReady } from '@/features/health/queries'
import { log } from '@/lib/log'

/** For the reverse proxy and the watch: whether requests may be sent here. Why not stands in the log alone. */
export function GET() {
  const problem = whyNotReady()
  if (problem) log.warn({ problem }, 'not ready')
  return new Response(problem ? 'unavailable' : 'ok', { status: problem ? 503 : 200 })
}
