import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { events, forums, parties, requiredSeats, seats } from '@/db/schema'
import { listDepartmentSeats } from '@/features/forums/queries/seats'
import { today } from '@/lib/dates'
import { Conflict, NotFound, Question } from '@/lib/errors'
import { can } from '@/policy'
import { DEMO_NOW, demoDatabase, forumId, partyId, personId, viewerOf } from '@/test/demo'
import type { AddSeatInput } from '../input'
import { getSeat, getSeatMap, listOtherSeats, listRequiredSeats, listSeatChoices } from '../queries'
import { addSeat } from './add'
import { changeSeat, endSeat, withdrawSeat } from './change'
import { requireSeats } from './require'

const TODAY = today(DEMO_NOW)
const mette = () => viewerOf('Mette Holm')

let database: Database
beforeEach(() => {
  database = demoDatabase()
})

/** Rikke Hedelund (fsb) in Valby/Vigerslev, unless said otherwise. */
const wanted = (change: Partial<AddSeatInput> = {}): AddSeatInput => ({
  forumId: forumId('valby-vigerslev'),
  personId: personId('Rikke Hedelund'),
  partyId: undefined,
  kind: 'ordinary',
  validFrom: TODAY,
  validTo: null,
  confirm: [],
  ...change,
})
const add = (change: Partial<AddSeatInput> = {}) => addSeat(mette(), wanted(change), DEMO_NOW)
const stored = (id: string) => database.select().from(seats).where(eq(seats.id, id)).get()
const seatOf = (name: string, slug: string) =>
  database
    .select()
    .from(seats)
    .where(and(eq(seats.personId, personId(name)), eq(seats.forumId, forumId(slug))))
    .get() as typeof seats.$inferSelect
const count = () => database.select().from(seats).all().length

describe('a new seat', () => {
  test('is for the party the person comes from, unless another is chosen', () => {
    expect(stored(add())?.partyId).toBe(partyId('fsb'))
    expect(stored(add({ personId: personId('Erik Dam'), partyId: partyId('SAB') }))?.partyId).toBe(
      partyId('SAB'),
    )
  })

  test('opens the forum to its person at once, from its first day on and not before', () => {
    const lars = viewerOf('Lars Nygaard')
    const valby = { id: forumId('valby-vigerslev') }
    expect(can.readForum(lars, valby)).toBe(false)
    add({ personId: lars.personId, validFrom: '2026-12-01' })
    const meeting = (heldOn: string) => ({ forumId: valby.id, heldOn, announcedAt: DEMO_NOW })
    expect(can.readMeeting(viewerOf('Lars Nygaard'), meeting('2026-12-01'))).toBe(true)
    expect(can.readMeeting(viewerOf('Lars Nygaard'), meeting('2026-11-30'))).toBe(false)
  })

  test('is on record with ids and dates alone', () => {
    const id = add({ validFrom: '2026-12-01', validTo: '2026-12-31', kind: 'deputy' })
    const [event] = database.select().from(events).where(eq(events.subjectId, id)).all()
    expect(event).toMatchObject({
      kind: 'seat.taken',
      actorId: personId('Mette Holm'),
      forumId: forumId('valby-vigerslev'),
      data: {
        personId: personId('Rikke Hedelund'),
        partyId: partyId('fsb'),
        kind: 'deputy',
        validFrom: '2026-12-01',
        validTo: '2026-12-31',
      },
    })
  })

  test('that begins in the past asks, because it opens what was sent since', () => {
    expect(() => add({ validFrom: '2026-11-22' })).toThrow(Question)
    expect(stored(add({ validFrom: '2026-11-22', confirm: ['seatBeginsInPast'] }))?.validFrom).toBe(
      '2026-11-22',
    )
  })

  test.each([
    ['an auditor', { person: 'Ruth Vind' }, 'cannotSitFor'],
    [
      'somebody of the municipality for a housing organisation',
      { person: 'Søren Bak', party: 'fsb' },
      'cannotSitFor',
    ],
    [
      'somebody of a housing organisation for a department',
      { person: 'Pia Storm', party: 'BIF' },
      'cannotSitFor',
    ],
    ['a partner for a housing organisation', { person: 'Lars Nygaard', party: 'fsb' }, 'cannotSitFor'],
  ])('is not for %s', (_, { person, party }: { person: string; party?: string }, code) => {
    const before = count()
    expect(() => add({ personId: personId(person), partyId: party && partyId(party) })).toThrow(code)
    expect(count()).toBe(before)
  })

  test.each([
    ['a forum that is not there', { forumId: 'nowhere' }, 'unknown'],
    ['a person who is not there', { personId: 'nobody' }, 'unknown'],
    ['a party that is not there', { partyId: 'nothing' }, 'unknown'],
    ['days in the wrong order', { validFrom: '2026-12-02', validTo: '2026-12-01' }, 'datesReversed'],
  ])('is refused for %s', (_, change, code) => {
    expect(() => add(change)).toThrow(code)
  })

  test('lies within the dates of its forum and its party', () => {
    database.update(forums).set({ validTo: '2026-12-31' }).where(eq(forums.slug, 'valby-vigerslev')).run()
    expect(() => add()).toThrow('endsAfter')
    expect(() => add({ validFrom: '2027-01-01', validTo: '2027-01-02' })).toThrow('endsAfter')
    database.update(parties).set({ validFrom: '2026-12-01' }).where(eq(parties.shortName, 'fsb')).run()
    expect(() => add({ validTo: '2026-12-31' })).toThrow('beginsBefore')
    expect(() => add({ validFrom: '2026-12-01', validTo: '2026-12-31' })).not.toThrow()
  })

  test('is not a second one for the same party in the same days, but may follow the first', () => {
    add({ validTo: '2026-12-31' })
    expect(() => add({ validFrom: '2026-12-31' })).toThrow('seatOverlaps')
    expect(() => add({ validFrom: '2026-12-31', kind: 'deputy' })).toThrow('seatOverlaps')
    add({ validFrom: '2027-01-01' })
    expect(() => add({ validFrom: '2028-01-01' })).toThrow('seatStillHeld')
    expect(() => add({ validFrom: '2028-01-01', partyId: partyId('Lejerbo') })).not.toThrow()
  })

  test.each(['Karen Lund', 'Pia Storm', 'Ruth Vind'])('is not given by %s', (name) => {
    expect(() => addSeat(viewerOf(name), wanted(), DEMO_NOW)).toThrow('notAllowed')
  })
})

describe('a seat that is held', () => {
  test('is held on its last day, and the next day the place is vacant', () => {
    const seat = seatOf('Søren Bak', 'noerrebro')
    endSeat(mette(), { id: seat.id, version: 1, endsOn: '2026-11-30' }, DEMO_NOW)
    const vacant = (day: string) =>
      listDepartmentSeats(day).find((one) => one.partyId === partyId('BIF') && one.forumId === seat.forumId)
        ?.vacant
    expect([vacant('2026-11-30'), vacant('2026-12-01')]).toEqual([0, 1])
  })

  test('once ended, its person sees the forum as it was and no new meeting', () => {
    const seat = seatOf('Søren Bak', 'noerrebro')
    endSeat(mette(), { id: seat.id, version: 1, endsOn: '2026-11-01' }, DEMO_NOW)
    const at = (heldOn: string) => ({ forumId: seat.forumId, heldOn, announcedAt: DEMO_NOW })
    expect(can.readMeeting(viewerOf('Søren Bak'), at('2026-11-01'))).toBe(true)
    expect(can.readMeeting(viewerOf('Søren Bak'), at('2026-11-02'))).toBe(false)
  })

  test('is not ended before it begins, nor made longer by ending it', () => {
    const id = add({ validFrom: '2026-12-01', validTo: '2026-12-31' })
    expect(() => endSeat(mette(), { id, version: 1, endsOn: '2026-11-30' }, DEMO_NOW)).toThrow(
      'seatEndsBefore',
    )
    expect(() => endSeat(mette(), { id, version: 1, endsOn: '2027-01-01' }, DEMO_NOW)).toThrow(
      'seatEndedEarlier',
    )
  })

  test('is not ended by two at once: the second is told', () => {
    const { id } = seatOf('Søren Bak', 'noerrebro')
    endSeat(mette(), { id, version: 1, endsOn: '2026-11-30' }, DEMO_NOW)
    expect(() =>
      endSeat(viewerOf('Jonas Friis'), { id, version: 1, endsOn: '2026-11-25' }, DEMO_NOW),
    ).toThrow(Conflict)
    expect(stored(id)?.validTo).toBe('2026-11-30')
  })

  test('has its dates corrected, and two who do so see both', () => {
    const id = add({ validFrom: '2026-12-01' })
    const correct = (version: number, validFrom: string) =>
      changeSeat(mette(), { id, version, kind: 'deputy', validFrom, validTo: null }, DEMO_NOW)
    correct(1, '2026-12-10')
    expect(stored(id)).toMatchObject({ validFrom: '2026-12-10', kind: 'deputy', version: 2 })
    try {
      correct(1, '2026-12-20')
      expect.unreachable()
    } catch (error) {
      expect((error as Conflict).details).toMatchObject({
        field: 'validFrom',
        theirs: '2026-12-10',
        theirVersion: 2,
      })
    }
    expect(() => correct(2, '2026-12-10')).not.toThrow()
    expect(stored(id)?.version).toBe(2)
  })

  test('cannot be corrected into another of the same person', () => {
    add({ validTo: '2026-12-31' })
    const id = add({ validFrom: '2027-01-01' })
    expect(() =>
      changeSeat(
        mette(),
        { id, version: 1, kind: 'ordinary', validFrom: '2026-12-31', validTo: null },
        DEMO_NOW,
      ),
    ).toThrow('seatOverlaps')
  })

  test('given by mistake is taken back: its person sees nothing by it, and it can be given anew', () => {
    const lars = { personId: personId('Lars Nygaard') }
    const id = add(lars)
    withdrawSeat(mette(), { id, version: 1 }, DEMO_NOW)
    expect(() => getSeat(mette(), id)).toThrow(NotFound)
    expect(can.readForum(viewerOf('Lars Nygaard'), { id: forumId('valby-vigerslev') })).toBe(false)
    expect(() => add(lars)).not.toThrow()
  })

  test('a meeting has counted on stays', () => {
    const seat = seatOf('Pia Storm', 'noerrebro')
    expect(getSeat(mette(), seat.id).meetings).toBeGreaterThan(0)
    expect(() => withdrawSeat(mette(), { id: seat.id, version: 1 }, DEMO_NOW)).toThrow('seatWasUsed')
  })
})

describe('how many seats a department is to fill', () => {
  const bif = () => partyId('BIF')
  const demand = (count: number, was: number, party = bif()) =>
    requireSeats(mette(), { forumId: forumId('noerrebro'), partyId: party, count, was }, DEMO_NOW)
  const stands = () =>
    listRequiredSeats(mette(), forumId('noerrebro'), TODAY).find(({ id }) => id === bif())?.count

  test('is changed, and what is missing shows as vacant', () => {
    demand(3, 1)
    expect(stands()).toBe(3)
    const map = getSeatMap(mette(), TODAY)
    const place = map.parties
      .find(({ id }) => id === bif())
      ?.places.find((one) => one.forumId === forumId('noerrebro'))
    expect(place).toMatchObject({ required: 3, vacant: 2 })
  })

  test('is told to the second of two', () => {
    demand(2, 1)
    expect(() => demand(0, 1)).toThrow(Conflict)
    expect(stands()).toBe(2)
  })

  test('what is not changed leaves no event, and no organisation can be asked for', () => {
    const before = database.select().from(events).all().length
    demand(1, 1)
    expect(database.select().from(events).all()).toHaveLength(before)
    expect(() => demand(1, 0, partyId('fsb'))).toThrow(NotFound)
  })
})

describe('the seat map', () => {
  test('answers who sat here on a day', () => {
    const seat = seatOf('Søren Bak', 'noerrebro')
    endSeat(mette(), { id: seat.id, version: 1, endsOn: '2026-11-30' }, DEMO_NOW)
    const sits = (day: string) =>
      getSeatMap(mette(), day)
        .parties.flatMap(({ places }) => places.flatMap((place) => place.seats))
        .some(({ id }) => id === seat.id)
    expect([sits('2026-11-30'), sits('2026-12-01')]).toEqual([true, false])
    expect(listOtherSeats(mette(), seat.forumId, '2026-12-01').past[0]?.id).toBe(seat.id)
  })

  test('leaves out a department that has ended, with its vacancies', () => {
    database.update(requiredSeats).set({ count: 5 }).run()
    const rows = () => getSeatMap(mette(), TODAY).parties.map(({ shortName }) => shortName)
    expect(rows()).toContain('BIF')
    database.update(parties).set({ validTo: '2026-11-22' }).where(eq(parties.shortName, 'BIF')).run()
    expect(rows()).not.toContain('BIF')
    expect(listDepartmentSeats(TODAY).some((seat) => seat.partyId === partyId('BIF'))).toBe(false)
  })

  test('offers nobody who may not sit', () => {
    const offered = listSeatChoices(mette(), TODAY).people.map(({ name }) => name)
    expect(offered).toContain('Pia Storm')
    expect(offered).not.toContain('Ruth Vind')
  })

  test.each(['Karen Lund', 'Pia Storm', 'Ruth Vind'])('is not there for %s', (name) => {
    expect(() => getSeatMap(viewerOf(name), TODAY)).toThrow(NotFound)
    expect(() => getSeat(viewerOf(name), seatOf('Pia Storm', 'noerrebro').id)).toThrow(NotFound)
    expect(() => listSeatChoices(viewerOf(name), TODAY)).toThrow(NotFound)
  })
})
