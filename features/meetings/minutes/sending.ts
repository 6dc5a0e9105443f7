import { and, eq, isNull, lt, notExists, sql } from 'drizzle-orm'
import { write } from '@/db/client'
import { meetings, minutes, minutesComments } from '@/db/schema'
import { record } from '@/features/activity/record'
import { today } from '@/lib/dates'
import { approve, freeze } from './commands/issue'

/**
 * Approves what nobody objected to before the deadline of the review. Where a remark is unanswered, or the coordinator
 * has changed something since it was sent, a person has to look first. Job.
 */
export function approveSilently(now: Date): void {
  write((tx) => {
    const unanswered = tx
      .select({ one: sql`1` })
      .from(minutesComments)
      .where(
        and(
          eq(minutesComments.minutesId, minutes.id),
          isNull(minutesComments.answeredAt),
          isNull(minutesComments.removedAt),
        ),
      )
    const over = tx
      .select({ row: minutes, meeting: meetings })
      .from(minutes)
      .innerJoin(meetings, eq(meetings.id, minutes.meetingId))
      .where(
        and(
          eq(minutes.state, 'in_review'),
          lt(minutes.reviewUntil, today(now)),
          eq(meetings.state, 'held'),
          notExists(unanswered),
        ),
      )
      .all()
    for (const { row, meeting } of over) {
      if (freeze(tx, meeting.id).contentHash !== row.contentHash) continue
      approve(tx, meeting, row, { approvedSilently: true }, now)
      const data = { meeting: meeting.id, version: row.version }
      const kind = 'minutes.approved-silently'
      const subject: ['minutes', string] = ['minutes', row.id]
      record(tx, { job: 'approveSilently' }, { kind, subject, forumId: meeting.forumId, data }, now)
    }
  })
}
