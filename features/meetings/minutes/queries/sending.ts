import 'server-only'
import { db } from '@/db/client'
import { can, type Viewer } from '@/policy'
import { findMeeting } from '../../queries'
import { listInvited } from '../../recipients/queries'
import { readGaps } from './gaps'

/** What sending the minutes would do and what still stands in the way; null for whoever may not send them. */
export function getMinutesSending(viewer: Viewer, meetingId: string) {
  if (!can.conveneMeetings(viewer)) return null
  const meeting = findMeeting(db(), viewer, meetingId)
  return { people: listInvited(db(), meeting), gaps: readGaps(db(), meeting.id) }
}
