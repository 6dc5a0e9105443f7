import 'server-only'
import { and, asc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { attendances, meetings, parties, people, seats } from '@/db/schema'
import type { PlainDate } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, type Viewer, visible } from '@/policy'

export type Attendance = typeof attendances.$inferSelect

/** Who is down for a meeting: departments, housing organisations, partners, then guests. Municipal eyes only. */
export function listAttendance(viewer: Viewer, meetingId: string) {
  if (!can.seeAccounts(viewer)) return []
  return db()
    .select({
      id: attendances.id,
      personId: attendances.personId,
      partyId: attendances.partyId,
      partyKind: parties.kind,
      name: attendances.name,
      title: attendances.title,
      organisation: attendances.organisation,
      status: attendances.status,
      deputyName: attendances.deputyName,
      arrivedAt: attendances.arrivedAt,
      leftAt: attendances.leftAt,
      preparationMinutes: attendances.preparationMinutes,
      version: attendances.version,
    })
    .from(attendances)
    .innerJoin(meetings, eq(meetings.id, attendances.meetingId))
    .leftJoin(parties, eq(parties.id, attendances.partyId))
    .where(and(eq(attendances.meetingId, meetingId), isNull(attendances.removedAt), visible.meetings(viewer)))
    .orderBy(...inReadingOrder)
    .all()
}

/** Guests have no party and stand last. */
export const inReadingOrder = [
  sql`case ${parties.kind} when 'department' then 1 when 'housing_organisation' then 2 when 'partner' then 3 else 4 end`,
  asc(parties.sortKey),
  asc(attendances.name),
]

/** The people who are meant to come: those who hold an ordinary seat in the forum on the day of the meeting. */
export const expectedSeats = (reader: Reader, meeting: { forumId: string; heldOn: PlainDate }) =>
  seatsOf(reader)
    .where(and(seatedOn(meeting), eq(seats.kind, 'ordinary'), isNull(people.deactivatedAt)))
    .all()

/** Whom a party may send instead. */
export function listDeputies(viewer: Viewer, meeting: { forumId: string; heldOn: PlainDate }) {
  if (!can.conveneMeetings(viewer)) return []
  return seatsOf(db())
    .where(and(seatedOn(meeting), eq(seats.kind, 'deputy'), isNull(people.deactivatedAt)))
    .all()
    .map(({ partyId, name }) => ({ partyId, name }))
}

/** For commands. Throws NotFound for a row that never was, belongs to another meeting, or was removed unless that is asked for. */
export function findAttendance(
  reader: Reader,
  meetingId: string,
  id: string,
  { removed = false } = {},
): Attendance {
  const row = reader
    .select()
    .from(attendances)
    .where(
      and(
        eq(attendances.id, id),
        eq(attendances.meetingId, meetingId),
        removed ? undefined : isNull(attendances.removedAt),
      ),
    )
    .get()
  if (!row) throw new NotFound()
  return row
}

const seatsOf = (reader: Reader) =>
  reader
    .select({
      seatId: seats.id,
      personId: people.id,
      partyId: parties.id,
      name: people.name,
      title: people.title,
      organisation: parties.shortName,
    })
    .from(seats)
    .innerJoin(people, eq(people.id, seats.personId))
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .orderBy(parties.sortKey, people.name)
    .$dynamic()

const seatedOn = ({ forumId, heldOn }: { forumId: string; heldOn: PlainDate }) =>
  and(
    eq(seats.forumId, forumId),
    lte(seats.validFrom, heldOn),
    or(isNull(seats.validTo), gte(seats.validTo, heldOn)),
  )
