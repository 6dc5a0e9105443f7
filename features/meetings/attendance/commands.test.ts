import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { attendances, events, meetings, seats } from '@/db/schema'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { DEMO_NOW, demoDatabase, forumId, personId, viewerOf } from '@/test/demo'
import { startMeeting } from '../minutes/commands/meeting'
import { addGuest, markAllPresent, removeGuest, setAttendance } from './commands'
import { listAttendance, listDeputies } from './queries'

let database: Database
let meetingId: string
const now = DEMO_NOW
const mette = () => viewerOf('Mette Holm')
const nothingSaid = { deputyName: '', arrivedAt: null, leftAt: null, preparationMinutes: null }

beforeEach(() => {
  database = demoDatabase()
  meetingId = inNørrebro('agenda_sent')
  startMeeting(mette(), { meetingId }, now)
})

const inNørrebro = (state: 'agenda_sent' | 'closed') =>
  database
    .select()
    .from(meetings)
    .where(and(eq(meetings.forumId, forumId('noerrebro')), eq(meetings.state, state)))
    .get()!.id

const rows = () => listAttendance(mette(), meetingId)
const rowOf = (name: string) => rows().find((row) => row.name === name)!
const say = (name: string, said: Partial<Parameters<typeof setAttendance>[1]>, person = mette()) => {
  const { id, version } = rowOf(name)
  setAttendance(person, { meetingId, id, version, status: 'present', ...nothingSaid, ...said }, now)
}

test('departments stand first, then housing organisations, then partners, each in Danish order', () => {
  expect(rows().map(({ organisation }) => organisation)).toEqual([
    ...['BIF', 'BUF', 'KFF', 'SOF', 'SUF', 'TMF', 'ØKF'],
    ...['AAB', 'fsb', 'Nørrebro Lokaludvalg'],
  ])
})

test('deputies are offered for the parties that have them', () => {
  const meeting = database.select().from(meetings).where(eq(meetings.id, meetingId)).get()!
  expect(
    listDeputies(mette(), meeting)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['Louise Damsbo', 'Mikkel Aaby', 'Rikke Hedelund'])
  expect(listDeputies(viewerOf('Pia Storm'), meeting)).toEqual([])
})

test('a seat that ended before the meeting is not expected', () => {
  database
    .update(seats)
    .set({ validTo: '2026-11-01' })
    .where(eq(seats.personId, personId('Pia Storm')))
    .run()
  database.delete(attendances).where(eq(attendances.meetingId, meetingId)).run()
  database.update(meetings).set({ startedAt: null }).where(eq(meetings.id, meetingId)).run()
  startMeeting(mette(), { meetingId }, now)
  expect(rowOf('Pia Storm')).toBeUndefined()
  expect(rows()).toHaveLength(9)
})

test('all present means those nobody has said anything about', () => {
  say('Line Krogh', { status: 'apology' })
  markAllPresent(mette(), { meetingId }, now)
  expect(rowOf('Line Krogh').status).toBe('apology')
  expect(rows().filter(({ status }) => status === 'present')).toHaveLength(9)
})

test('a deputy has a name; somebody who did not come has no hours', () => {
  expect(() => say('Søren Bak', { status: 'deputy' })).toThrow(Refused)
  say('Søren Bak', { status: 'deputy', deputyName: 'Louise Damsbo', arrivedAt: '14:10' })
  expect(rowOf('Søren Bak')).toMatchObject({ deputyName: 'Louise Damsbo', arrivedAt: '14:10' })
  say('Søren Bak', { status: 'absent', deputyName: 'Louise Damsbo', arrivedAt: '14:10' })
  expect(rowOf('Søren Bak')).toMatchObject({ status: 'absent', deputyName: null, arrivedAt: null })
})

test('nobody leaves before they came', () => {
  expect(() => say('Søren Bak', { arrivedAt: '14:10', leftAt: '14:00' })).toThrow('leftBeforeArrival')
})

test('the second to change a row is told; saying the same again is no change', () => {
  const { id, version } = rowOf('Søren Bak')
  const said = { meetingId, id, version, ...nothingSaid }
  setAttendance(mette(), { ...said, status: 'present' }, now)
  setAttendance(mette(), { ...said, status: 'present' }, now)
  expect(() => setAttendance(viewerOf('Jonas Friis'), { ...said, status: 'absent' }, now)).toThrow(Conflict)
  expect(rowOf('Søren Bak')).toMatchObject({ status: 'present', version: version + 1 })
  const told = database.select().from(events).where(eq(events.kind, 'attendance.set')).all()
  expect(told.filter(({ subjectId }) => subjectId === id)).toHaveLength(1)
})

describe('guests', () => {
  const guest = (id = newId()) => ({ meetingId, id, name: 'Gitte Gæst', organisation: 'Politiet' })

  test('a guest sent twice is one, stands last, and can be removed', () => {
    const input = guest()
    addGuest(mette(), input, now)
    addGuest(mette(), input, now)
    expect(rows().at(-1)).toMatchObject({ name: 'Gitte Gæst', status: 'present', partyId: null })
    expect(rows()).toHaveLength(11)
    removeGuest(mette(), { meetingId, id: input.id }, now)
    removeGuest(mette(), { meetingId, id: input.id }, now)
    expect(rows()).toHaveLength(10)
  })

  test('a seat is no guest', () => {
    const { id } = rowOf('Pia Storm')
    expect(() => removeGuest(mette(), { meetingId, id }, now)).toThrow(new Refused('notAGuest'))
  })
})

describe('the guard', () => {
  test.each(['Søren Bak', 'Karen Lund', 'Pia Storm', 'Ruth Vind'])(
    '%s says nothing about who came',
    (name) => {
      const person = viewerOf(name)
      expect(() => markAllPresent(person, { meetingId }, now)).toThrow(new Refused('notAllowed'))
      expect(() => say('Pia Storm', {}, person)).toThrow(new Refused('notAllowed'))
      expect(() => addGuest(person, { meetingId, id: newId(), name: 'X', organisation: '' }, now)).toThrow(
        new Refused('notAllowed'),
      )
      expect(rows().every(({ status }) => status === null)).toBe(true)
    },
  )

  test('an outsider reads nobody’s attendance, a stranger to the forum finds no meeting', () => {
    expect(listAttendance(viewerOf('Pia Storm'), meetingId)).toEqual([])
    expect(() => markAllPresent(viewerOf('Erik Dam'), { meetingId }, now)).toThrow(NotFound)
  })

  test('a row of another meeting is not found', () => {
    const other = database
      .select()
      .from(attendances)
      .where(eq(attendances.meetingId, inNørrebro('closed')))
      .get()!
    expect(() =>
      setAttendance(mette(), { meetingId, id: other.id, version: 1, status: 'absent', ...nothingSaid }, now),
    ).toThrow(NotFound)
  })

  test('a closed meeting is not changed', () => {
    expect(() => markAllPresent(mette(), { meetingId: inNørrebro('closed') }, now)).toThrow(
      new Refused('meetingIs_closed'),
    )
  })
})
