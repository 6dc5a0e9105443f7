import 'server-only'
import { and, between, desc, eq, inArray, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { attendances, forums, meetings, parties } from '@/db/schema'
import { NotFound } from '@/lib/errors'
import { can, type Viewer } from '@/policy'
import { minutesPresent } from '../rules'

export type OwnHours = ReturnType<typeof listOwnHours>[number]

/** The meetings at which the viewer was present for a department in a year, the newest first: nobody's but their own (R9). Throws NotFound. One statement. */
export function listOwnHours(viewer: Viewer, year: number) {
  if (!can.readOwnHours(viewer)) throw new NotFound()
  return db()
    .select({
      attendanceId: attendances.id,
      version: attendances.version,
      meetingId: meetings.id,
      state: meetings.state,
      heldOn: meetings.heldOn,
      startsAt: meetings.startsAt,
      durationMinutes: meetings.durationMinutes,
      forum: forums.name,
      party: parties.shortName,
      arrivedAt: attendances.arrivedAt,
      leftAt: attendances.leftAt,
      preparationMinutes: attendances.preparationMinutes,
    })
    .from(attendances)
    .innerJoin(meetings, eq(meetings.id, attendances.meetingId))
    .innerJoin(forums, eq(forums.id, meetings.forumId))
    .innerJoin(parties, eq(parties.id, attendances.partyId))
    .where(
      and(
        eq(attendances.personId, viewer.personId),
        eq(attendances.status, 'present'),
        isNull(attendances.removedAt),
        eq(parties.kind, 'department'),
        inArray(meetings.state, ['held', 'closed']),
        between(meetings.heldOn, `${year}-01-01`, `${year}-12-31`),
      ),
    )
    .orderBy(desc(meetings.heldOn), meetings.id)
    .all()
    .map((row) => ({ ...row, minutes: minutesPresent(row, row) }))
}
