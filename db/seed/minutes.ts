import { and, eq, gte, isNull, lte, or } from 'drizzle-orm'
import { minutes, recipients, seats } from '@/db/schema'
import { buildEdition, contentHash } from '@/features/meetings/minutes/edition'
import { readMinutesFacts } from '@/features/meetings/minutes/queries/facts'
import { plainDateOf } from '@/lib/dates'
import { addWorkingDays } from '@/lib/working-days'
import type { DemoYear } from './content'
import type { SeedContext } from './context'
import type { Directory } from './directory'
import type { SeededMeeting } from './meetings'
import type { HeldMoments } from './moments'

/** Minutes of a held meeting as far as they have come: both editions are frozen once they are sent. */
export function writeMinutes(
  context: SeedContext,
  directory: Directory,
  meeting: SeededMeeting,
  state: DemoYear['lastMinutes'],
  at: HeldMoments,
): void {
  const { tx, id, today } = context
  const row = { id: id(), meetingId: meeting.id, state, createdAt: at.held }
  tell(context, row.id, meeting, 'minutes.started', at.held)
  if (state === 'drafting') {
    tx.insert(minutes).values(row).run()
    return
  }
  const facts = readMinutesFacts(tx, meeting.id)
  const [forum, internal] = [buildEdition(facts, 'forum'), buildEdition(facts, 'internal')]
  const approved = state === 'approved' ? { approvedAt: at.approved, approvedById: meeting.convenerId } : {}
  const soon = addWorkingDays(today, 2)
  tx.insert(minutes)
    .values({
      ...row,
      ...approved,
      reviewUntil: state === 'in_review' && at.reviewUntil < soon ? soon : at.reviewUntil,
      sentAt: at.minutesSent,
      forumEdition: JSON.stringify(forum),
      internalEdition: JSON.stringify(internal),
      contentHash: contentHash(forum, internal),
    })
    .run()
  writeRecipients(context, directory, meeting, 'minutes', at.minutesSent)
  tell(context, row.id, meeting, 'minutes.sent', at.minutesSent)
  if (state === 'approved') tell(context, row.id, meeting, 'minutes.approved', at.approved)
}

/** Everybody with a seat on that day: outsiders the forum's edition, municipal staff the internal one. */
export function writeRecipients(
  { tx, id }: SeedContext,
  directory: Directory,
  meeting: SeededMeeting,
  document: 'agenda' | 'minutes',
  sentAt: Date,
): void {
  const day = plainDateOf(sentAt)
  const seated = tx
    .select()
    .from(seats)
    .where(
      and(
        eq(seats.forumId, meeting.forumId),
        lte(seats.validFrom, day),
        or(isNull(seats.validTo), gte(seats.validTo, day)),
      ),
    )
    .all()
  for (const { personId, partyId } of seated) {
    const edition = directory.partyById(partyId).kind === 'department' ? 'internal' : 'forum'
    tx.insert(recipients)
      .values({ id: id(), meetingId: meeting.id, document, edition, personId, partyId, sentAt })
      .run()
  }
}

const tell = (context: SeedContext, minutesId: string, meeting: SeededMeeting, kind: string, at: Date) =>
  context.tell(
    { kind, subject: ['minutes', minutesId], forumId: meeting.forumId, data: { meeting: meeting.id } },
    at,
    meeting.convenerId,
  )
