import { and, eq, gte, isNull, lte, or } from 'drizzle-orm'
import { type AttendanceStatus, attendances, seats } from '@/db/schema'
import type { DemoAttendance } from './content'
import type { SeedContext } from './context'
import type { Directory } from './directory'
import type { SeededMeeting } from './meetings'
import type { HeldMoments } from './moments'

/** Minutes of preparation some departments told us about, by the holder of the seat. */
const PREPARED: Record<string, number> = { 'Søren Bak': 60, 'Thomas Ellegaard': 45, 'Kirsten Møllebro': 30 }

/** Everybody seated that day, present unless the data says otherwise, and the guests. */
export function writeAttendance(
  { tx, id, tell }: SeedContext,
  directory: Directory,
  meeting: SeededMeeting,
  at: HeldMoments,
  told: DemoAttendance = {},
): void {
  const seated = tx
    .select()
    .from(seats)
    .where(
      and(
        eq(seats.forumId, meeting.forumId),
        eq(seats.kind, 'ordinary'),
        lte(seats.validFrom, meeting.heldOn),
        or(isNull(seats.validTo), gte(seats.validTo, meeting.heldOn)),
      ),
    )
    .all()
  refuseStrangers(
    told,
    seated.map(({ personId }) => directory.personById(personId).name),
  )
  for (const seat of seated) {
    const { id: personId, name, title } = directory.personById(seat.personId)
    const status = statusOf(name, told)
    const isThere = status === 'present' || status === 'deputy'
    tx.insert(attendances)
      .values({
        id: id(),
        meetingId: meeting.id,
        seatId: seat.id,
        personId,
        partyId: seat.partyId,
        name,
        title,
        organisation: directory.partyById(seat.partyId).shortName,
        status,
        deputyName: told.deputies?.[name] ?? null,
        arrivedAt: told.arrivedAt?.[name] ?? null,
        leftAt: told.leftAt?.[name] ?? null,
        preparationMinutes: isThere ? (PREPARED[name] ?? null) : null,
      })
      .run()
  }
  for (const [name, title, organisation] of told.guests ?? []) {
    tx.insert(attendances)
      .values({ id: id(), meetingId: meeting.id, name, title, organisation, status: 'present' })
      .run()
  }
  tell(
    {
      kind: 'attendance.opened',
      subject: ['meeting', meeting.id],
      forumId: meeting.forumId,
      data: { seats: seated.map((seat) => seat.id) },
    },
    at.started,
    meeting.convenerId,
  )
}

function statusOf(name: string, told: DemoAttendance): AttendanceStatus {
  if (told.apologies?.includes(name)) return 'apology'
  if (told.absent?.includes(name)) return 'absent'
  return told.deputies?.[name] ? 'deputy' : 'present'
}

/** A name that nobody seated bears would otherwise be passed over in silence. */
function refuseStrangers(told: DemoAttendance, seated: string[]): void {
  const { apologies = [], absent = [], deputies = {}, arrivedAt = {}, leftAt = {} } = told
  const named = [...apologies, ...absent, ...[deputies, arrivedAt, leftAt].flatMap(Object.keys)]
  const stranger = named.find((name) => !seated.includes(name))
  if (stranger) throw new Error(`${stranger} had no seat at that meeting of the demo.`)
}
