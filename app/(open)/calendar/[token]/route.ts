import { feedAsCalendar } from '@/features/calendar-feeds/exports'
import { readFeed } from '@/features/calendar-feeds/queries'

/** Read by calendar programs, which do not sign in: the address is the key, and dies with the account. */
export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const now = new Date()
  const feed = readFeed((await params).token, now)
  if (!feed) return new Response(null, { status: 404 })
  return new Response(feedAsCalendar(feed, now), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'inline' },
  })
}
