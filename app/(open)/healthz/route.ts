import { isAlive } from '@/features/health/queries'

/** For the supervisor: when this stops answering, start the server anew. */
export function GET() {
  const alive = isAlive()
  return new Response(alive ? 'ok' : 'unavailable', { status: alive ? 200 : 503 })
}
