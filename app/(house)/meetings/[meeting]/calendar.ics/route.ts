import { currentViewer } from '@/auth/session'
import { meetingAsCalendar } from '@/features/meetings/calendar/exports'
import { getMeeting } from '@/features/meetings/queries'
import { NotFound } from '@/lib/errors'

type Context = { params: Promise<{ meeting: string }> }

/** The meeting for the reader's own calendar. */
export async function GET(_: Request, { params }: Context) {
  const viewer = await currentViewer()
  if (!viewer) return new Response(null, { status: 404 })
  try {
    return new Response(meetingAsCalendar(getMeeting(viewer, (await params).meeting), new Date()), {
      headers: {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': 'attachment; filename="moede.ics"',
      },
    })
  } catch (error) {
    if (error instanceof NotFound) return new Response(null, { status: 404 })
    throw error
  }
}
