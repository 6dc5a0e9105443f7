import { and, eq, isNotNull, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { attendances, meetings, seats } from '@/db/schema'
import { overview } from '@/features/overview/queries/overview'
import { NotFound } from '@/lib/errors'
import { demoDatabase, forumId, partyId, viewerOf } from '@/test/demo'
import { countStatements } from '@/test/statements'
import { countAttendance, listAttended, listHeldMeetings } from './queries'
import { type Attended, daysOf, PERIODS, periodOf, tally } from './rules'

const YEAR = { from: '2025-11-24', to: '2026-11-23' }

let database: Database
beforeEach(() => {
  database = demoDatabase()
})

/** Written differently: one sum over the attendances, person by person. */
const counted = (from: string, to: string) =>
  database.get<{ came: number; invited: number }>(sql`
    SELECT sum(came) AS came, count(*) AS invited FROM (
      SELECT max(a.status IN ('present', 'deputy')) AS came
      FROM attendances a JOIN meetings m ON m.id = a.meeting_id JOIN parties p ON p.id = a.party_id
      JOIN forums f ON f.id = m.forum_id
      WHERE m.state IN ('held', 'closed') AND m.held_on >= ${from} AND m.held_on <= ${to} AND p.kind = 'department'
        AND f.parent_id IS NULL AND a.seat_id IS NOT NULL AND a.status IS NOT NULL AND a.removed_at IS NULL
      GROUP BY a.meeting_id, a.party_id, a.person_id)`)!

const bifInNoerrebro = () => ({ ...YEAR, forumId: forumId('noerrebro'), partyId: partyId('BIF') })
const countedInNoerrebro = () => tally(listAttended(viewerOf('Mette Holm'), bifInNoerrebro()))

/** A row of BIF at a meeting in Nørrebro, to be bent. */
const oneRow = () =>
  database
    .select({ row: attendances })
    .from(attendances)
    .innerJoin(meetings, eq(meetings.id, attendances.meetingId))
    .where(
      and(
        eq(meetings.forumId, forumId('noerrebro')),
        eq(meetings.state, 'closed'),
        eq(attendances.partyId, partyId('BIF')),
        isNotNull(attendances.seatId),
      ),
    )
    .get()!.row

describe('the seats that were sat on', () => {
  test('are those an independent count finds, for the year and for each cut of it', () => {
    const { cells, total, rows } = countAttendance(viewerOf('Mette Holm'), YEAR)
    expect(total.invited).toBeGreaterThan(200)
    expect(total).toEqual(counted(YEAR.from, YEAR.to))
    const sum = (cuts: { came: number; invited: number }[]) => ({
      came: cuts.reduce((all, cut) => all + cut.came, 0),
      invited: cuts.reduce((all, cut) => all + cut.invited, 0),
    })
    expect(sum(cells)).toEqual(total)
    for (const by of PERIODS) {
      const cuts = [...Map.groupBy(rows, (row) => periodOf(by, row)).values()].map(tally)
      expect(sum(cuts)).toEqual(total)
    }
  })

  test('make up the whole in whatever way they are cut', () => {
    const some = fc.nat(9)
    const row = fc.record({
      meetingId: fc.constantFrom('m1', 'm2', 'm3'),
      heldOn: fc.constantFrom('2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01'),
      forumId: fc.constantFrom('f1', 'f2'),
      partyId: fc.constantFrom('p1', 'p2', 'p3'),
      present: some,
      deputy: some,
      apology: some,
      absent: some,
    })
    const cuts: ((row: Attended) => string)[] = [
      ...PERIODS.map((by) => (one: Attended) => periodOf(by, one)),
      ({ forumId: id }) => id,
      ({ partyId: id }) => id,
      ({ forumId: forum, partyId: party }) => `${forum} ${party}`,
    ]
    fc.assert(
      fc.property(fc.array(row), (drawn) => {
        const rows = drawn.map((one) => ({
          ...one,
          invited: one.present + one.deputy + one.apology + one.absent,
        }))
        const whole = tally(rows)
        for (const keyOf of cuts) {
          const parts = [...Map.groupBy(rows, keyOf).values()].map(tally)
          expect(parts.reduce((all, { came }) => all + came, 0)).toBe(whole.came)
          expect(parts.reduce((all, { invited }) => all + invited, 0)).toBe(whole.invited)
          expect(parts.every(({ came, invited }) => came <= invited)).toBe(true)
        }
      }),
    )
  })

  test('count a person once, though two of their seats overlap, and by the better of them', () => {
    const before = countedInNoerrebro()
    const { id: _, seatId, ...row } = oneRow()
    const { id: __, ...seat } = database.select().from(seats).where(eq(seats.id, seatId!)).get()!
    database
      .insert(seats)
      .values({ ...seat, id: 'overlapping' })
      .run()
    database
      .insert(attendances)
      .values({ ...row, id: 'twice', seatId: 'overlapping', status: 'absent' })
      .run()
    expect(countedInNoerrebro()).toEqual(before)
  })

  test('do not count guests, who hold no seat, nor whose attendance nobody noted', () => {
    const before = countedInNoerrebro()
    const { id: _, seatId: __, personId: ___, ...row } = oneRow()
    database
      .insert(attendances)
      .values({ ...row, id: 'guest', name: 'En gæst', status: 'present' })
      .run()
    expect(countedInNoerrebro()).toEqual(before)
    database.update(attendances).set({ status: null }).where(eq(attendances.id, oneRow().id)).run()
    expect(countedInNoerrebro().invited).toBe(before.invited - 1)
  })

  test('are those of meetings that were held: the planned and the cancelled have none', () => {
    const before = countedInNoerrebro()
    database.update(meetings).set({ state: 'cancelled' }).where(eq(meetings.id, oneRow().meetingId)).run()
    expect(countedInNoerrebro().invited).toBe(before.invited - 1)
  })
})

describe('the dots of the overview', () => {
  test('open the meetings they were drawn from, with the same presence', () => {
    const viewer = viewerOf('Mette Holm')
    for (const { forum, departments } of overview(viewer, '2026-11-23').forums) {
      for (const { department, meetings: dots } of departments) {
        const cut = { from: dots[0]!.heldOn, to: dots.at(-1)!.heldOn, forumId: forum.id }
        expect(new Set(listHeldMeetings(viewer, cut).map(({ id }) => id))).toEqual(
          new Set(dots.map(({ id }) => id)),
        )
        const rows = new Map(
          listAttended(viewer, { ...cut, partyId: department.id }).map((row) => [row.meetingId, row]),
        )
        for (const { id, presence } of dots) {
          const row = rows.get(id)
          expect(presence === null ? row : row?.[presence]).toBe(presence === null ? undefined : 1)
        }
      }
    }
  })
})

describe('who sees attendance', () => {
  test.each(['Pia Storm', 'Lars Nygaard'])('%s, from outside, does not', (name) => {
    expect(() => countAttendance(viewerOf(name), YEAR)).toThrow(NotFound)
    expect(() => listHeldMeetings(viewerOf(name), YEAR)).toThrow(NotFound)
  })

  test.each(['Søren Bak', 'Line Krogh', 'Ruth Vind'])('%s counts the meetings they may see', (name) => {
    const viewer = viewerOf(name)
    const seen = new Set(listHeldMeetings(viewer, YEAR).map(({ id }) => id))
    const rows = listAttended(viewer, YEAR)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ meetingId }) => seen.has(meetingId))).toBe(true)
  })

  test('Søren Bak counts fewer than Mette Holm', () => {
    const of = (name: string) => countAttendance(viewerOf(name), YEAR).total.invited
    expect(of('Søren Bak')).toBeLessThan(of('Mette Holm'))
  })

  test('nobody reads a name out of it', () => {
    const names = new Set(
      database
        .select()
        .from(attendances)
        .all()
        .map(({ name }) => name),
    )
    const told = JSON.stringify(countAttendance(viewerOf('Mette Holm'), YEAR))
    expect([...names].filter((name) => told.includes(name))).toEqual([])
  })

  test('three questions are enough', () => {
    const mette = viewerOf('Mette Holm')
    expect(countStatements(database, () => countAttendance(mette, YEAR))).toBe(3)
  })
})

test.each([
  ['quarter', '2026-02-28', '2026-01-01', '2026-03-31'],
  ['quarter', '2026-12-31', '2026-10-01', '2026-12-31'],
  ['year', '2026-06-01', '2026-01-01', '2026-12-31'],
] as const)('the %s of %s runs from %s to %s', (by, day, from, to) => {
  expect(daysOf(by, day)).toEqual({ from, to })
})
