import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '@/db/open'
import { actionItems, agendaItems, decisions, meetings, minutes, notes, recipients } from '@/db/schema'
import { post } from '@/features/outbox/post'
import { newId } from '@/lib/ids'
import type { Meeting } from '../../queries'
import { listInvited } from '../../recipients/queries'
import { buildEdition, contentHash } from '../edition'
import { readMinutesFacts } from '../queries/facts'
import type { MinutesRow } from './begin'
import { numberDecisions } from './number-decisions'

/** From now on everybody for whom it is meant may read what the meeting said. */
export function issue(tx: Transaction, meeting: Meeting, row: MinutesRow, now: Date): void {
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

/** The minutes as they stand now, one edition for the forum and one for the municipality. */
export function freeze(tx: Transaction, meetingId: string) {
  const facts = readMinutesFacts(tx, meetingId)
  const [forum, internal] = [buildEdition(facts, 'forum'), buildEdition(facts, 'internal')]
  return {
    forumEdition: JSON.stringify(forum),
    internalEdition: JSON.stringify(internal),
    contentHash: contentHash(forum, internal),
  }
}

type By = { approvedById: string } | { approvedSilently: true }

/** Closes the meeting with them: by a person, or because nobody said anything in time. */
export function approve(tx: Transaction, meeting: Meeting, row: MinutesRow, by: By, now: Date): void {
  tx.update(minutes)
    .set({ state: 'approved', approvedAt: now, ...by })
    .where(eq(minutes.id, row.id))
    .run()
  tx.update(meetings).set({ state: 'closed', closedAt: now }).where(eq(meetings.id, meeting.id)).run()
}

/** Writes down who was sent which edition; the mail itself leaves with the outbox. Returns the people's ids. */
export function share(tx: Transaction, meeting: Meeting, { version }: MinutesRow, now: Date): string[] {
  const readers = listInvited(tx, meeting)
  const payload = { meetingId: meeting.id, version: String(version) }
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
    post(tx, { kind: 'minutes', to: { personId, locale }, payload }, now)
  }
  return readers.map(({ personId }) => personId)
}
