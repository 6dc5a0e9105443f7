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
  const gaps = readGaps(db(), meeting.id)
  const complete = gaps.attendance.length + gaps.items.length === 0
  return { people: listInvited(db(), meeting), gaps, complete }
}
