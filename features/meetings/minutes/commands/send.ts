import { and, eq, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { actionItems, agendaItems, decisions, meetings, minutes, notes, recipients } from '@/db/schema'
import { record } from '@/features/activity/record'
import { post } from '@/features/outbox/post'
import { today } from '@/lib/dates'
import { Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer } from '@/policy'
import { findMeeting, type Meeting } from '../../queries'
import { listInvited } from '../../recipients/queries'
import { buildEdition, contentHash } from '../edition'
import type { SendMinutesInput } from '../input'
import { readMinutesFacts } from '../queries/facts'
import { latestMinutes, type MinutesRow } from './begin'
import { numberDecisions } from './number-decisions'
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
    requireComplete(tx, person, meeting.id)

    issue(tx, meeting, draft, now)
    if (input.mode === 'review') {
      tx.update(minutes)
        .set({ state: 'in_review', reviewUntil: input.until })
        .where(eq(minutes.id, draft.id))
        .run()
    } else approve(tx, person, meeting, draft, now)
    const sentTo = share(tx, meeting, now)
    record(
      tx,
      person,
      {
        kind: input.mode === 'review' ? 'minutes.sent-for-review' : 'minutes.sent-approved',
        subject: ['minutes', draft.id],
        forumId: meeting.forumId,
        data: { meeting: meeting.id, version: draft.version, recipients: sentTo },
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
    requireComplete(tx, person, meeting.id)

    const corrected = freeze(tx, meeting.id).contentHash !== reviewed.contentHash
    const approved = corrected ? nextVersion(tx, reviewed, now) : reviewed
    if (corrected) issue(tx, meeting, approved, now)
    approve(tx, person, meeting, approved, now)
    const sentTo = corrected ? share(tx, meeting, now) : []
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

/** From now on everybody for whom it is meant may read what the meeting said. */
function issue(tx: Transaction, meeting: Meeting, row: MinutesRow, now: Date): void {
  numberDecisions(tx, meeting)
  for (const table of [notes, decisions, actionItems]) {
    tx.update(table)
      .set({ releasedAt: now })
      .where(and(eq(table.meetingId, meeting.id), isNull(table.releasedAt), isNull(table.removedAt)))
      .run()
  }
  tx.update(agendaItems)
    .set({ sentAt: now })
    .where(
      and(eq(agendaItems.meetingId, meeting.id), isNull(agendaItems.sentAt), isNull(agendaItems.removedAt)),
    )
    .run()
  tx.update(meetings)
    .set({ announcedAt: meeting.announcedAt ?? now })
    .where(eq(meetings.id, meeting.id))
    .run()
  tx.update(minutes)
    .set({ ...freeze(tx, meeting.id), sentAt: now })
    .where(eq(minutes.id, row.id))
    .run()
}

function freeze(tx: Transaction, meetingId: string) {
  const facts = readMinutesFacts(tx, meetingId)
  const [forum, internal] = [buildEdition(facts, 'forum'), buildEdition(facts, 'internal')]
  return {
    forumEdition: JSON.stringify(forum),
    internalEdition: JSON.stringify(internal),
    contentHash: contentHash(forum, internal),
  }
}

function approve(tx: Transaction, person: Viewer, meeting: Meeting, row: MinutesRow, now: Date): void {
  tx.update(minutes)
    .set({ state: 'approved', approvedAt: now, approvedById: person.personId })
    .where(eq(minutes.id, row.id))
    .run()
  tx.update(meetings).set({ state: 'closed', closedAt: now }).where(eq(meetings.id, meeting.id)).run()
}

const nextVersion = (tx: Transaction, { meetingId, version }: MinutesRow, now: Date): MinutesRow =>
  tx
    .insert(minutes)
    .values({ id: newId(), meetingId, version: version + 1, createdAt: now })
    .returning()
    .get()

/** Writes down who was sent which edition; the mail itself leaves with the outbox. Returns the people's ids. */
function share(tx: Transaction, meeting: Meeting, now: Date): string[] {
  const readers = listInvited(tx, meeting)
  for (const { personId, partyId, edition, locale } of readers) {
    tx.insert(recipients)
      .values({
        id: newId(),
        meetingId: meeting.id,
        document: 'minutes',
        edition,
        personId,
        partyId,
        sentAt: now,
      })
      .run()
    post(tx, { kind: 'minutes', to: { personId, locale }, payload: { meetingId: meeting.id } }, now)
  }
  return readers.map(({ personId }) => personId)
}
