import { and, eq, max, ne } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { forums, meetings } from '@/db/schema'
import { record } from '@/features/activity/record'
import { post } from '@/features/outbox/post'
import { isOpenOn } from '@/features/seats/rules'
import { instantOf, type LocalTime, localTime, type PlainDate, today } from '@/lib/dates'
import { Question, Refused } from '@/lib/errors'
import { formatDate, formatWeek } from '@/lib/format'
import { newId } from '@/lib/ids'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer, visible } from '@/policy'
import { writeFirstAgenda } from './agenda/commands/first-agenda'
import type { ChangeMeetingInput, PlanMeetingInput } from './input'
import { askAnew, invite } from './invitations/commands/invite'
import { findMeeting, type Meeting } from './queries'
import { listTold } from './recipients/queries'
import { dateDoubts, isBeforeHeld, mayBecome } from './rules'

/** A meeting with its number in the forum's year and a first agenda; returns its id. Throws a Question about a doubtful date. */
export function planMeeting(person: Viewer, { confirm, ...input }: PlanMeetingInput, now: Date): string {
  return write((tx) => {
    authorize(can.conveneMeetings(person))
    askAboutDate(tx, person, input.forumId, input.heldOn, confirm, now)
    const meeting = insertMeeting(tx, person, input, now)
    record(tx, person, writeFirstAgenda(tx, person, meeting, now), now)
    return meeting.id
  })
}

type NewMeeting = Omit<typeof meetings.$inferInsert, 'id' | 'year' | 'number' | 'createdAt'>

/** The row of a planned meeting, numbered in the forum's year, in the transaction of who planned it; its agenda comes after. */
export function insertMeeting(tx: Transaction, person: Viewer, input: NewMeeting, now: Date) {
  const { forumId, heldOn, startsAt } = input
  requireForum(tx, person, forumId, heldOn)
  requireTime(heldOn, startsAt)
  requireDeadline(input)
  const meeting = { id: newId(), ...input, ...nextNumber(tx, forumId, heldOn), createdAt: now }
  tx.insert(meetings).values(meeting).run()
  const data = { heldOn, startsAt, ...(input.seriesId && { series: input.seriesId }) }
  record(tx, person, { kind: 'meeting.planned', subject: ['meeting', meeting.id], forumId, data }, now)
  return meeting
}

function requireDeadline({ heldOn, proposalsUntil }: Pick<NewMeeting, 'heldOn' | 'proposalsUntil'>): void {
  if (proposalsUntil && proposalsUntil > heldOn)
    throw new Refused('proposalsAfterMeeting', {}, 'proposalsUntil')
}

/** In the night the clocks go forward there is an hour in which nobody can meet. */
function requireTime(heldOn: PlainDate, startsAt: LocalTime): void {
  if (localTime(instantOf(heldOn, startsAt)) !== startsAt) throw new Refused('hourSkipped', {}, 'startsAt')
}

/** What somebody's calendar shows of a meeting. */
const IN_CALENDARS: ReadonlySet<keyof Words> = new Set([
  'heldOn',
  'startsAt',
  'durationMinutes',
  'place',
  'link',
])

type Words = Omit<ChangeMeetingInput, 'id' | 'version' | 'confirm'>

/** Date, time, place and case numbers. Who may see the meeting sees them at once; who has it in a calendar is told by mail. */
export function changeMeeting(
  person: Viewer,
  { id, version, confirm, ...input }: ChangeMeetingInput,
  now: Date,
): void {
  write((tx) => {
    const meeting = findMeeting(tx, person, id)
    authorize(can.conveneMeetings(person))
    if (!isBeforeHeld(meeting.state)) throw new Refused(`meetingIs_${meeting.state}`)
    const changed = changedFields<Words>(meeting, input)
    if (changed.length === 0) return
    refuseOverwriting<Words>(meeting, version, changed)
    requireTime(input.heldOn, input.startsAt)
    requireDeadline(input)
    if (input.heldOn !== meeting.heldOn) {
      requireForum(tx, person, meeting.forumId, input.heldOn)
      askAboutDate(tx, person, meeting.forumId, input.heldOn, confirm, now, meeting.id)
    }

    const sameYear = input.heldOn.slice(0, 4) === meeting.heldOn.slice(0, 4)
    const numbered = sameYear ? {} : nextNumber(tx, meeting.forumId, input.heldOn)
    const moved = changed.some((field) => IN_CALENDARS.has(field))
    const sequence = meeting.sequence + Number(moved)
    tx.update(meetings)
      .set({ ...input, ...numbered, sequence, version: meeting.version + 1 })
      .where(eq(meetings.id, meeting.id))
      .run()
    if (changed.includes('heldOn') || changed.includes('startsAt')) askAnew(tx, meeting.id)
    if (moved) {
      const payload = { meetingId: meeting.id, sequence: String(sequence) }
      for (const to of listTold(tx, meeting)) post(tx, { kind: 'meeting_moved', to, payload }, now)
    }
    record(
      tx,
      person,
      {
        kind: 'meeting.changed',
        subject: ['meeting', meeting.id],
        forumId: meeting.forumId,
        data: {
          changed,
          heldOnBefore: meeting.heldOn,
          heldOnAfter: input.heldOn,
          startsAtBefore: meeting.startsAt,
          startsAtAfter: input.startsAt,
        },
      },
      now,
    )
  })
}

/** Lets the forum know the date, by mail too: outsiders see when and where, and not yet the agenda. */
export function announceMeeting(person: Viewer, { id }: { id: string }, now: Date): void {
  write((tx) => {
    const meeting = findMeeting(tx, person, id)
    authorize(can.conveneMeetings(person))
    if (!mayBecome(meeting.state, 'announced')) throw new Refused(`meetingIs_${meeting.state}`)
    tx.update(meetings).set({ state: 'announced', announcedAt: now }).where(eq(meetings.id, id)).run()
    for (const to of invite(tx, meeting, now))
      post(tx, { kind: 'save_the_date', to, payload: { meetingId: id } }, now)
    record(tx, person, announced(meeting), now)
  })
}

/** The event of a date that was made known. */
export const announced = ({ id, forumId, heldOn }: Meeting) => ({
  kind: 'meeting.announced',
  subject: ['meeting', id] as [string, string],
  forumId,
  data: { heldOn },
})

type Cancelling = { id: string; reason: string }

/** It stays in the lists, marked as cancelled, with the reason. Who has it in a calendar is told by mail, once. */
export function cancelMeeting(person: Viewer, { id, reason }: Cancelling, now: Date): void {
  write((tx) => {
    const meeting = findMeeting(tx, person, id)
    authorize(can.conveneMeetings(person))
    if (!mayBecome(meeting.state, 'cancelled')) throw new Refused(`meetingIs_${meeting.state}`)
    tx.update(meetings)
      .set({ state: 'cancelled', cancelledAt: now, cancelReason: reason, sequence: meeting.sequence + 1 })
      .where(eq(meetings.id, id))
      .run()
    for (const to of listTold(tx, meeting))
      post(tx, { kind: 'meeting_cancelled', to, payload: { meetingId: id } }, now)
    record(
      tx,
      person,
      {
        kind: 'meeting.cancelled',
        subject: ['meeting', id],
        forumId: meeting.forumId,
        data: { stateBefore: meeting.state, heldOn: meeting.heldOn },
      },
      now,
    )
  })
}

/** A forum one sees, on a day on which it exists. */
function requireForum(tx: Transaction, person: Viewer, forumId: string, heldOn: PlainDate): void {
  const forum = tx
    .select({ validFrom: forums.validFrom, validTo: forums.validTo })
    .from(forums)
    .where(and(eq(forums.id, forumId), visible.forums(person)))
    .get()
  if (!forum) throw new Refused('unknown', undefined, 'forumId')
  if (!isOpenOn(forum, heldOn)) throw new Refused('forumNotOpen', undefined, 'heldOn')
}

function nextNumber(tx: Transaction, forumId: string, heldOn: PlainDate) {
  const year = Number(heldOn.slice(0, 4))
  const last = tx
    .select({ number: max(meetings.number) })
    .from(meetings)
    .where(and(eq(meetings.forumId, forumId), eq(meetings.year, year)))
    .get()
  return { year, number: (last?.number ?? 0) + 1 }
}

function askAboutDate(
  tx: Transaction,
  person: Viewer,
  forumId: string,
  heldOn: PlainDate,
  confirmed: string[],
  now: Date,
  meetingId = '',
): void {
  const values = {
    date: formatDate(heldOn, person.locale, 'full'),
    week: formatWeek(heldOn, person.locale),
  }
  const doubt = dateDoubts(heldOn, today(now)).find((code) => !confirmed.includes(code))
  if (doubt) throw new Question('heldOn', doubt, values)
  if (confirmed.includes('meetingSameDay')) return
  const other = tx
    .select({ startsAt: meetings.startsAt })
    .from(meetings)
    .where(
      and(
        eq(meetings.forumId, forumId),
        eq(meetings.heldOn, heldOn),
        ne(meetings.state, 'cancelled'),
        ne(meetings.id, meetingId),
      ),
    )
    .get()
  if (other) throw new Question('heldOn', 'meetingSameDay', values)
}
