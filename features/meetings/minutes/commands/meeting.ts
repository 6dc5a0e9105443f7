import { eq } from 'drizzle-orm'
import { write } from '@/db/client'
import { meetings } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Refused } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'
import { findMeeting } from '../../queries'
import { mayBecome } from '../../rules'
import { begin } from './begin'
import { requireLoggable } from './loggable'

type WhichMeeting = { meetingId: string }

/** Opens the log, also of a meeting that took place long ago. Returns the meeting's id. */
export function startMeeting(person: Viewer, { meetingId }: WhichMeeting, now: Date): string {
  return write((tx) => {
    const meeting = findMeeting(tx, person, meetingId)
    authorize(can.conveneMeetings(person))
    requireLoggable(meeting)
    if (!begin(tx, person, meeting, now)) return meeting.id
    record(
      tx,
      person,
      {
        kind: 'meeting.started',
        subject: ['meeting', meeting.id],
        forumId: meeting.forumId,
        data: { heldOn: meeting.heldOn },
      },
      now,
    )
    return meeting.id
  })
}

/** The meeting is over; what is missing can still be filled in until the minutes are sent. Twice is once. */
export function finishMeeting(person: Viewer, { meetingId }: WhichMeeting, now: Date): void {
  write((tx) => {
    const meeting = findMeeting(tx, person, meetingId)
    authorize(can.conveneMeetings(person))
    if (meeting.state === 'held') return
    if (!mayBecome(meeting.state, 'held')) throw new Refused(`meetingIs_${meeting.state}`)
    const started = begin(tx, person, meeting, now)
    tx.update(meetings).set({ state: 'held', heldAt: now }).where(eq(meetings.id, meeting.id)).run()
    record(
      tx,
      person,
      {
        kind: 'meeting.held',
        subject: ['meeting', meeting.id],
        forumId: meeting.forumId,
        data: { stateBefore: meeting.state, started },
      },
      now,
    )
  })
}
