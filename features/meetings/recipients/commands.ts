import { and, eq, type SQL, sql } from 'drizzle-orm'
import { write } from '@/db/client'
import { outbox } from '@/db/schema'
import { record } from '@/features/activity/record'
import { leavesAt } from '@/features/outbox/rules'
import { Refused } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'
import { findMeeting } from '../queries'
import type { SendingInput } from './input'

/**
 * Takes back the mails that have not left yet. What they tell of stays as it is: the agenda or the minutes were shared,
 * and can be read on the site. Returns how many were stopped.
 */
export function regretSending(person: Viewer, { meetingId, document }: SendingInput, now: Date): number {
  return write((tx) => {
    const meeting = findMeeting(tx, person, meetingId)
    authorize(can.conveneMeetings(person))
    const stopped = tx
      .update(outbox)
      .set({ state: 'withdrawn', problem: 'regretted', settledAt: now })
      .where(and(about(meetingId, document), eq(outbox.state, 'waiting')))
      .returning({ id: outbox.id })
      .all()
    if (stopped.length === 0) throw new Refused('noMailWaits')
    record(
      tx,
      person,
      {
        kind: 'mail.regretted',
        subject: ['meeting', meetingId],
        forumId: meeting.forumId,
        data: { document, mails: stopped.map(({ id }) => id) },
      },
      now,
    )
    return stopped.length
  })
}

/** Sends what was taken back after all, with a grace of its own. Returns how many. */
export function resumeSending(person: Viewer, { meetingId, document }: SendingInput, now: Date): number {
  return write((tx) => {
    const meeting = findMeeting(tx, person, meetingId)
    authorize(can.conveneMeetings(person))
    const resumed = tx
      .update(outbox)
      .set({
        state: 'waiting',
        problem: null,
        settledAt: null,
        attempts: 0,
        createdAt: now,
        notBefore: leavesAt(document, now),
      })
      .where(and(about(meetingId, document), eq(outbox.state, 'withdrawn'), eq(outbox.problem, 'regretted')))
      .returning({ id: outbox.id })
      .all()
    if (resumed.length === 0) throw new Refused('noMailStopped')
    record(
      tx,
      person,
      {
        kind: 'mail.resumed',
        subject: ['meeting', meetingId],
        forumId: meeting.forumId,
        data: { document, mails: resumed.map(({ id }) => id) },
      },
      now,
    )
    return resumed.length
  })
}

const about = (meetingId: string, document: SendingInput['document']): SQL | undefined =>
  and(eq(outbox.kind, document), eq(sql`${outbox.payload} ->> '$.meetingId'`, meetingId))
