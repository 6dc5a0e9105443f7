import { currentViewer } from '@/auth/session'
import { eventsAsCsv } from '@/features/activity/exports'
import { eventsInput } from '@/features/activity/input'
import { listAllEvents } from '@/features/activity/queries'
import { today } from '@/lib/dates'
import { can } from '@/policy'

/** What the filter of the page leaves, as a file. */
export async function GET(request: Request) {
  const viewer = await currentViewer()
  if (!viewer || !can.readEvents(viewer)) return new Response(null, { status: 404 })
  const filter = eventsInput.parse(Object.fromEntries(new URL(request.url).searchParams))
  return new Response(eventsAsCsv(listAllEvents(viewer, filter)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="haendelser-${today(new Date())}.csv"`,
    },
  })
}
