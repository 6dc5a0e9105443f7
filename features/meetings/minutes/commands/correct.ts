import { eq } from 'drizzle-orm'
import { write } from '@/db/client'
import { meetings, minutes } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer } from '@/policy'
import { findMeeting } from '../../queries'
import type { CorrectionInput } from '../input'
import { latestMinutes } from './begin'

/**
 * Opens approved minutes for a next version, and says why. The log can be changed again; what was approved stands, and
 * is what everybody goes on reading until the correction is approved too.
 */
export function openCorrection(person: Viewer, { meetingId, reason }: CorrectionInput, now: Date): void {
  write((tx) => {
    const meeting = findMeeting(tx, person, meetingId)
    authorize(can.conveneMeetings(person))
    const approved = latestMinutes(tx, meeting.id, now)
    if (meeting.state !== 'closed' || approved.state !== 'approved') throw new Refused('minutesNotApproved')
    const version = approved.version + 1
    const id = newId()
    tx.insert(minutes).values({ id, meetingId, version, correctionReason: reason, createdAt: now }).run()
    tx.update(meetings).set({ state: 'held', closedAt: null }).where(eq(meetings.id, meetingId)).run()
    record(
      tx,
      person,
      {
        kind: 'minutes.correction-opened',
        subject: ['minutes', id],
        forumId: meeting.forumId,
        data: { meeting: meetingId, version },
      },
      now,
    )
  })
}
