import { and, eq, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import { attendances, meetings } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'
import type { PreparationInput } from '../input'

/** What one spent before a meeting that was held and at which one was present; the event tells that, not how much. */
export function tellPreparation(person: Viewer, input: PreparationInput, now: Date): void {
  const { attendanceId, version, preparation } = input
  write((tx) => {
    const found = tx
      .select()
      .from(attendances)
      .innerJoin(meetings, eq(meetings.id, attendances.meetingId))
      .where(and(eq(attendances.id, attendanceId), isNull(attendances.removedAt)))
      .get()
    const attendance = found?.attendances
    if (!attendance || attendance.personId !== person.personId || attendance.status !== 'present')
      throw new NotFound()
    authorize(can.tellPreparation(person, attendance))
    const { id: meeting, forumId, state } = found.meetings
    if (state !== 'held' && state !== 'closed') throw new Refused('preparationTooEarly')
    if (attendance.preparationMinutes === preparation) return
    if (attendance.version !== version) throw new Conflict('attendanceChanged')
    tx.update(attendances)
      .set({ preparationMinutes: preparation, version: version + 1 })
      .where(eq(attendances.id, attendanceId))
      .run()
    const event = { kind: 'attendance.prepared', subject: ['attendance', attendanceId] as [string, string] }
    record(tx, person, { ...event, forumId, data: { meeting } }, now)
  })
}
