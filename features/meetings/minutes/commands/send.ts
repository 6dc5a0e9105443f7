import { eq } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { minutes } from '@/db/schema'
import { record } from '@/features/activity/record'
import { today } from '@/lib/dates'
import { Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer } from '@/policy'
import { findMeeting, type Meeting } from '../../queries'
import type { SendMinutesInput } from '../input'
import { latestMinutes, type MinutesRow } from './begin'
import { approve, freeze, issue, share } from './issue'
import { requireComplete } from './require-complete'

/**
 * The minutes leave the house: decisions get their numbers, both editions are frozen, everybody invited gets theirs.
 * For review until a day, or approved at once, which closes the meeting. Returns how many were sent them.
 */
export function sendMinutes(person: Viewer, input: SendMinutesInput, now: Date): number {
  return write((tx) => {
    const meeting = findMeeting(tx, person, input.meetingId)
    authorize(can.conveneMeetings(person))
    requireHeld(meeting)
    const draft = latestMinutes(tx, meeting.id, now)
    if (draft.state !== 'drafting') throw new Refused('minutesInReview')
    if (input.mode === 'review' && input.until < today(now)) throw new Refused('reviewUntilPast', {}, 'until')
    const overruled = requireComplete(tx, person, meeting.id, input.overruleReason)

    issue(tx, meeting, draft, now)
    if (overruled)
      tx.update(minutes).set({ overruleReason: input.overruleReason }).where(eq(minutes.id, draft.id)).run()
    if (input.mode === 'review') {
      tx.update(minutes)
        .set({ state: 'in_review', reviewUntil: input.until })
        .where(eq(minutes.id, draft.id))
        .run()
    } else approve(tx, meeting, draft, { approvedById: person.personId }, now)
    const sentTo = share(tx, meeting, draft, now)
    record(
      tx,
      person,
      {
        kind: input.mode === 'review' ? 'minutes.sent-for-review' : 'minutes.sent-approved',
        subject: ['minutes', draft.id],
        forumId: meeting.forumId,
        data: { meeting: meeting.id, version: draft.version, recipients: sentTo, overruled },
      },
      now,
    )
    return sentTo.length
  })
}

/** Ends the review. What was corrected meanwhile becomes a new version, which is sent; what was sent before stands. */
export function approveMinutes(person: Viewer, { meetingId }: { meetingId: string }, now: Date): number {
  return write((tx) => {
    const meeting = findMeeting(tx, person, meetingId)
    authorize(can.conveneMeetings(person))
    requireHeld(meeting)
    const reviewed = latestMinutes(tx, meeting.id, now)
    if (reviewed.state !== 'in_review') throw new Refused('minutesNotInReview')
    requireComplete(tx, person, meeting.id, reviewed.overruleReason ?? '')

    const changed = freeze(tx, meeting.id).contentHash !== reviewed.contentHash
    const approved = changed ? nextVersion(tx, reviewed, now) : reviewed
    if (changed) issue(tx, meeting, approved, now)
    approve(tx, meeting, approved, { approvedById: person.personId }, now)
    const sentTo = changed ? share(tx, meeting, approved, now) : []
    record(
      tx,
      person,
      {
        kind: 'minutes.approved',
        subject: ['minutes', approved.id],
        forumId: meeting.forumId,
        data: { meeting: meeting.id, version: approved.version, recipients: sentTo },
      },
      now,
    )
    return sentTo.length
  })
}

function requireHeld({ state }: Meeting): void {
  if (state === 'held') return
  throw new Refused(state === 'closed' || state === 'cancelled' ? `meetingIs_${state}` : 'meetingNotFinished')
}

const nextVersion = (tx: Transaction, reviewed: MinutesRow, now: Date): MinutesRow => {
  const { meetingId, version, correctionReason, overruleReason } = reviewed
  return tx
    .insert(minutes)
    .values({
      id: newId(),
      meetingId,
      version: version + 1,
      correctionReason,
      overruleReason,
      createdAt: now,
    })
    .returning()
    .get()
}
