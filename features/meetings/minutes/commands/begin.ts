import { desc, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/open'
import { meetings, minutes } from '@/db/schema'
import { record } from '@/features/activity/record'
import { newId } from '@/lib/ids'
import type { Viewer } from '@/policy'
import { hasAgenda, writeFirstAgenda } from '../../agenda/commands/first-agenda'
import { openAttendance } from '../../attendance/commands'
import type { Meeting } from '../../queries'
import { logSinceLast } from '../../since-last/commands'

export type MinutesRow = typeof minutes.$inferSelect

/** The log opens: expected people get their row, the minutes their draft, the meeting its agenda. False when it was open already. */
export function begin(tx: Transaction, person: Viewer, meeting: Meeting, now: Date): boolean {
  if (meeting.startedAt) return false
  if (!hasAgenda(tx, meeting.id)) record(tx, person, writeFirstAgenda(tx, person, meeting, now), now)
  tx.update(meetings).set({ startedAt: now }).where(eq(meetings.id, meeting.id)).run()
  openAttendance(tx, person, meeting, now)
  logSinceLast(tx, person, meeting, now)
  latestMinutes(tx, meeting.id, now)
  return true
}

/** The newest version of the minutes; a first draft when there is none. */
export function latestMinutes(tx: Transaction, meetingId: string, now: Date): MinutesRow {
  return (
    tx
      .select()
      .from(minutes)
      .where(eq(minutes.meetingId, meetingId))
      .orderBy(desc(minutes.version))
      .limit(1)
      .get() ?? tx.insert(minutes).values({ id: newId(), meetingId, createdAt: now }).returning().get()
  )
}
