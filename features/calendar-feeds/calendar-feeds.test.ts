import { and, eq } from 'drizzle-orm'
import ICAL from 'ical.js'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { actionItems, agendaItems, calendarFeeds, forums, meetings, people, seats } from '@/db/schema'
import { NotFound, Refused } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { DEMO_NOW, demoDatabase, forumId, personId, viewerOf } from '@/test/demo'
import { countStatements } from '@/test/statements'
import { makeFeed, revokeFeed } from './commands'
import { feedAsCalendar } from './exports'
import type { MakeFeedInput } from './input'
import { listOwnFeeds, readFeed } from './queries'

let database: Database
let pia: Viewer
beforeEach(() => {
  database = demoDatabase()
  pia = viewerOf('Pia Storm')
})

const make = (person: Viewer, input: MakeFeedInput = {}) =>
  makeFeed(person, input, DEMO_NOW).split('/').at(-1) as string
const feedOf = (person: Viewer, input?: MakeFeedInput) => readFeed(make(person, input), DEMO_NOW)!

function eventsIn(token: string) {
  const feed = readFeed(token, DEMO_NOW)
  if (!feed) throw new Error('nothing answers there')
  const calendar = new ICAL.Component(ICAL.parse(feedAsCalendar(feed, DEMO_NOW)))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return { event, status: component.getFirstPropertyValue('status') }
  })
}

const coming = () =>
  database
    .select()
    .from(meetings)
    .where(and(eq(meetings.forumId, forumId('noerrebro')), eq(meetings.state, 'agenda_sent')))
    .get()!

describe('a calendar at a secret address', () => {
  test('holds one’s own meetings, with the agenda as the whole forum was sent it', () => {
    const meeting = coming()
    const titles = database.select().from(agendaItems).where(eq(agendaItems.meetingId, meeting.id)).all()
    const [hidden] = titles.filter(({ visibility }) => visibility === 'forum')
    database
      .update(agendaItems)
      .set({ visibility: 'internal', title: 'Hemmeligt' })
      .where(eq(agendaItems.id, hidden!.id))
      .run()
    const found = eventsIn(make(viewerOf('Søren Bak'))).find(({ event }) => event.uid.startsWith(meeting.id))!
    expect(found.event.summary).toBe('Boligsocialt Forum Nørrebro')
    expect(found.event.startDate.toJSDate().toISOString()).toBe('2026-11-23T13:00:00.000Z')
    expect(found.event.description).toContain('1. ')
    expect(found.event.description).not.toContain('Hemmeligt')
  })

  test('is right in summer and winter, on the days the clocks change too', () => {
    for (const [day, moment] of [
      ['2027-03-27', '2027-03-27T13:00:00.000Z'],
      ['2027-03-28', '2027-03-28T12:00:00.000Z'],
      ['2027-10-31', '2027-10-31T13:00:00.000Z'],
    ] as const) {
      const { id } = coming()
      database.update(meetings).set({ heldOn: day, startsAt: '14:00' }).where(eq(meetings.id, id)).run()
      const { event } = eventsIn(make(pia)).find(({ event }) => event.uid.startsWith(id))!
      expect(event.startDate.toJSDate().toISOString()).toBe(moment)
    }
  })

  test('tells of a cancelling, and holds no draft', () => {
    const { id } = coming()
    database.update(meetings).set({ state: 'cancelled' }).where(eq(meetings.id, id)).run()
    expect(eventsIn(make(pia)).find(({ event }) => event.uid.startsWith(id))?.status).toBe('CANCELLED')
    database.update(meetings).set({ state: 'planned', announcedAt: null }).where(eq(meetings.id, id)).run()
    for (const person of [pia, viewerOf('Mette Holm')])
      expect(eventsIn(make(person)).some(({ event }) => event.uid.startsWith(id))).toBe(false)
  })

  test('holds one’s own due dates if one wants them, as whole days, and an internal one without its title', () => {
    const soeren = viewerOf('Søren Bak')
    expect(feedOf(soeren).dueDates).toEqual([])
    const own = feedOf(soeren, { withDueDates: 'on' }).dueDates
    expect(own.length).toBeGreaterThan(0)
    const [first] = own
    database
      .update(actionItems)
      .set({ visibility: 'internal', title: 'Hemmelig' })
      .where(eq(actionItems.id, first!.id))
      .run()
    const found = eventsIn(make(soeren, { withDueDates: 'on' })).find(({ event }) =>
      event.uid.startsWith(first!.id),
    )!
    expect(found.event.startDate.isDate).toBe(true)
    expect(found.event.startDate.toString()).toBe(first!.dueOn)
    expect(found.event.summary).toBe('Frist: en intern opgave')
  })

  test('of one forum holds that forum’s meetings, for who may see them', () => {
    const feed = feedOf(pia, { forumId: forumId('noerrebro') })
    expect(new Set(feed.meetings.map(({ forum }) => forum))).toEqual(new Set(['Boligsocialt Forum Nørrebro']))
    expect(() => make(pia, { forumId: forumId('bispebjerg') })).not.toThrow()
    expect(() => make(viewerOf('Lars Nygaard'), { forumId: forumId('bispebjerg') })).toThrow(
      new Refused('unknown', undefined, 'forumId'),
    )
  })

  test('keeps its title in one line and its commas, whatever the forum is called', () => {
    const { id } = coming()
    database
      .update(forums)
      .set({ name: 'Forum, Nørrebro; \n øst\\vest' })
      .where(eq(forums.slug, 'noerrebro'))
      .run()
    const { event } = eventsIn(make(pia)).find(({ event }) => event.uid.startsWith(id))!
    expect(event.summary).toBe('Forum, Nørrebro; \n øst\\vest')
  })

  test('takes the same few statements for many meetings as for few', () => {
    const token = make(pia)
    const few = countStatements(database, () => readFeed(token, DEMO_NOW))
    const { id, ...meeting } = coming()
    for (let number = 100; number < 160; number++) {
      database
        .insert(meetings)
        .values({ ...meeting, id: `${id.slice(0, 30)}${number}`, number, heldOn: '2027-05-20' })
        .run()
    }
    expect(countStatements(database, () => readFeed(token, DEMO_NOW))).toBe(few)
  })
})

describe('the address', () => {
  test('is kept as a hash only, and answers nobody who guesses', () => {
    const token = make(pia)
    expect(JSON.stringify(database.select().from(calendarFeeds).all())).not.toContain(token)
    for (const guess of ['', 'x', token.slice(1), `${token}x`, token.toLowerCase()])
      expect(readFeed(guess, DEMO_NOW)).toBeNull()
  })

  test('dies when it is closed, by its owner alone', () => {
    const token = make(pia)
    const { id } = listOwnFeeds(pia)[0]!
    expect(() => revokeFeed(viewerOf('Søren Bak'), { id }, DEMO_NOW)).toThrow(NotFound)
    revokeFeed(pia, { id }, DEMO_NOW)
    expect(readFeed(token, DEMO_NOW)).toBeNull()
    expect(listOwnFeeds(pia)).toEqual([])
  })

  test('dies with the account, and forgets a forum with the seat', () => {
    const token = make(pia)
    const stranger = make(viewerOf('Søren Bak'))
    const withdrawn = { validFrom: '2026-01-01', validTo: '2025-12-31' }
    database
      .update(seats)
      .set(withdrawn)
      .where(eq(seats.personId, personId('Søren Bak')))
      .run()
    expect(readFeed(stranger, DEMO_NOW)?.meetings).toEqual([])
    database.update(people).set({ deactivatedAt: DEMO_NOW }).where(eq(people.id, pia.personId)).run()
    expect(readFeed(token, DEMO_NOW)).toBeNull()
  })

  test('ten are enough', () => {
    for (let made = 0; made < 10; made++) make(pia)
    expect(() => make(pia)).toThrow(new Refused('tooManyFeeds', { most: 10 }))
  })
})
