import { fileRoute } from '@/auth/file-route'
import { meetingAsCalendar } from '@/features/meetings/calendar/exports'
import { getMeeting } from '@/features/meetings/queries'

/** The meeting for the reader's own calendar. */
export const GET = fileRoute((viewer, { params, now }) => {
  const meeting = getMeeting(viewer, params.meeting ?? '')
  const body = meetingAsCalendar(meeting, now)
  return { name: `${meeting.forum.name} ${meeting.heldOn}.ics`, type: 'text/calendar; charset=utf-8', body }
})
