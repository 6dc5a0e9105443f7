import { and, eq, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { attendances, invitations } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Conflict, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { authorize, can, type Viewer } from '@/policy'
import { requireLoggable } from '../minutes/commands/loggable'
import { findMeeting, type Meeting } from '../queries'
import type { AttendanceInput, GuestInput } from './input'
import { type Attendance, expectedSeats, findAttendance } from './queries'
import { tookPart } from './rules'

/** Inside the caller's transaction: a row for everybody who is expected and has none, yet unset but for who sent an apology or a deputy. */
export function openAttendance(tx: Transaction, person: Viewer, meeting: Meeting, now: Date): void {
  const known = tx
    .select({ seatId: attendances.seatId })
    .from(attendances)
    .where(eq(attendances.meetingId, meeting.id))
    .all()
    .map(({ seatId }) => seatId)
  const missing = expectedSeats(tx, meeting).filter(({ seatId }) => !known.includes(seatId))
  if (missing.length === 0) return
  const answered = answersOf(tx, meeting.id)
  for (const seat of missing) {
    tx.insert(attendances)
      .values({ id: newId(), meetingId: meeting.id, ...seat, ...saidBefore(answered.get(seat.personId)) })
      .run()
  }
  record(
    tx,
    person,
    {
      kind: 'attendance.opened',
      subject: ['meeting', meeting.id],
      forumId: meeting.forumId,
      data: { seats: missing.map(({ seatId }) => seatId) },
    },
    now,
  )
}

/** Who said that they come is seen to come; who said no need not be asked again. */
function saidBefore(said: Pick<typeof invitations.$inferSelect, 'answer' | 'deputyName'> | undefined) {
  if (said?.answer === 'nobody') return { status: 'apology' as const }
  return said?.answer === 'deputy' ? { status: 'deputy' as const, deputyName: said.deputyName } : {}
}

const answersOf = (tx: Transaction, meetingId: string) =>
  new Map(
    tx
      .select()
      .from(invitations)
      .where(eq(invitations.meetingId, meetingId))
      .all()
      .map((said) => [said.personId, said]),
  )

/** Everybody who has no status yet; what was set by hand stands. */
export function markAllPresent(person: Viewer, { meetingId }: { meetingId: string }, now: Date): void {
  write((tx) => {
    const meeting = findMeeting(tx, person, meetingId)
    authorize(can.conveneMeetings(person))
    requireLoggable(meeting)
    openAttendance(tx, person, meeting, now)
    const unset = and(
      eq(attendances.meetingId, meeting.id),
      isNull(attendances.status),
      isNull(attendances.removedAt),
    )
    const rows = tx.select().from(attendances).where(unset).all()
    if (rows.length === 0) return
    for (const row of rows) change(tx, row, { status: 'present' })
    record(
      tx,
      person,
      {
        kind: 'attendance.all-present',
        subject: ['meeting', meeting.id],
        forumId: meeting.forumId,
        data: { rows: rows.map(({ id }) => id) },
      },
      now,
    )
  })
}

/** Who came, from when to when; why somebody did not come is never asked (R9). Saying the same again changes nothing. */
export function setAttendance(person: Viewer, input: AttendanceInput, now: Date): void {
  const { meetingId, id, version, ...said } = input
  write((tx) => {
    const meeting = findMeeting(tx, person, meetingId)
    authorize(can.conveneMeetings(person))
    requireLoggable(meeting)
    const row = findAttendance(tx, meeting.id, id)
    const values = consistent(said)
    const changed = (Object.keys(values) as (keyof typeof values)[]).filter(
      (field) => row[field] !== values[field],
    )
    if (changed.length === 0) return
    if (row.version !== version) throw new Conflict('attendanceChanged')
    change(tx, row, values)
    record(
      tx,
      person,
      {
        kind: 'attendance.set',
        subject: ['attendance', row.id],
        forumId: meeting.forumId,
        data: { meeting: meeting.id, changed, statusBefore: row.status, statusAfter: values.status },
      },
      now,
    )
  })
}

/** Somebody without a seat, by name. The same id twice is one guest. */
export function addGuest(person: Viewer, { meetingId, ...guest }: GuestInput, now: Date): void {
  write((tx) => {
    const meeting = findMeeting(tx, person, meetingId)
    authorize(can.conveneMeetings(person))
    requireLoggable(meeting)
    const values = { ...guest, meetingId: meeting.id, status: 'present' as const }
    const added = tx.insert(attendances).values(values).onConflictDoNothing().run()
    if (added.changes === 0) return
    record(
      tx,
      person,
      {
        kind: 'attendance.guest-added',
        subject: ['attendance', guest.id],
        forumId: meeting.forumId,
        data: { meeting: meeting.id },
      },
      now,
    )
  })
}

type RowOf = { meetingId: string; id: string }

/** Twice is once. */
export function removeGuest(person: Viewer, { meetingId, id }: RowOf, now: Date): void {
  write((tx) => {
    const meeting = findMeeting(tx, person, meetingId)
    authorize(can.conveneMeetings(person))
    requireLoggable(meeting)
    const row = findAttendance(tx, meeting.id, id, { removed: true })
    if (row.seatId !== null) throw new Refused('notAGuest')
    if (row.removedAt) return
    change(tx, row, { removedAt: now })
    record(
      tx,
      person,
      {
        kind: 'attendance.guest-removed',
        subject: ['attendance', row.id],
        forumId: meeting.forumId,
        data: { meeting: meeting.id },
      },
      now,
    )
  })
}

type Said = Omit<AttendanceInput, 'meetingId' | 'id' | 'version'>

/** A deputy has a name; hours belong to those who came. */
function consistent({ status, deputyName, arrivedAt, leftAt, preparationMinutes }: Said) {
  if (status === 'deputy' && deputyName === '') throw new Refused('required_deputyName', {}, 'deputyName')
  const came = tookPart(status)
  if (came && arrivedAt && leftAt && leftAt <= arrivedAt) throw new Refused('leftBeforeArrival', {}, 'leftAt')
  return {
    status,
    deputyName: status === 'deputy' ? deputyName : null,
    arrivedAt: came ? arrivedAt : null,
    leftAt: came ? leftAt : null,
    preparationMinutes,
  }
}

function change(tx: Transaction, row: Attendance, values: Partial<Attendance>): void {
  tx.update(attendances)
    .set({ ...values, version: row.version + 1 })
    .where(eq(attendances.id, row.id))
    .run()
}
