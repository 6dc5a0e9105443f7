import { eq } from 'drizzle-orm'
import ICAL from 'ical.js'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { agendaItems, events, meetingSeries, meetings, outbox } from '@/db/schema'
import { writeEmail } from '@/features/letters/emails/write'
import { Refused } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, forumId, viewerOf } from '@/test/demo'
import { addAgendaItem } from '../agenda/commands/add'
import { makeAgenda } from '../agenda/commands/make'
import { cancelMeeting, changeMeeting } from '../commands'
import { startMeeting } from '../minutes/commands/meeting'
import { announceSeries, planSeries } from './commands'
import { type PlanSeriesInput, planSeriesInput, seriesPreviewInput } from './input'
import { previewSeries, seriesOf } from './queries'
import { occurrences, POSITIONS, RHYTHMS, readRule, ruleText, type SeriesRule, WEEKDAYS } from './rules'

const everySecondMonth: SeriesRule = { rhythm: 'month-2', position: 2, weekday: 4, end: { count: 6 } }

describe('a rule', () => {
  test('every second month, second Thursday, keeps its weekday over both clock changes', () => {
    expect(occurrences(everySecondMonth, '2027-01-01')).toEqual([
      '2027-01-14',
      '2027-03-11',
      '2027-05-13',
      '2027-07-08',
      '2027-09-09',
      '2027-11-11',
    ])
  })

  test('may end on a day, which still counts', () => {
    const last: SeriesRule = { rhythm: 'month-1', position: -1, weekday: 5, end: { until: '2027-03-26' } }
    expect(occurrences(last, '2027-01-01')).toEqual(['2027-01-29', '2027-02-26', '2027-03-26'])
  })

  test('counts weeks over a New Year with 53 of them', () => {
    const weekly: SeriesRule = { rhythm: 'week-2', position: 1, weekday: 2, end: { count: 3 } }
    expect(occurrences(weekly, '2026-12-15')).toEqual(['2026-12-15', '2026-12-29', '2027-01-12'])
  })

  test('never gives more than can be planned, however far away it ends', () => {
    const endless: SeriesRule = { rhythm: 'week-1', position: 1, weekday: 1, end: { until: '2199-12-31' } }
    expect(occurrences(endless, '2027-01-01')).toHaveLength(60)
  })

  test('reads back as it was written', () => {
    for (const rhythm of RHYTHMS)
      for (const position of POSITIONS)
        for (const weekday of WEEKDAYS) {
          const rule: SeriesRule = { rhythm, position, weekday, end: { until: '2027-06-10' } }
          const weekly = rhythm.startsWith('week')
          expect(readRule(ruleText(rule))).toEqual(weekly ? { ...rule, position: 1 } : rule)
        }
  })
})

describe('planning', () => {
  let database: Database
  beforeEach(() => {
    database = demoDatabase()
  })
  const mette = () => viewerOf('Mette Holm')
  const wishes = (more: Partial<PlanSeriesInput> = {}): PlanSeriesInput => ({
    forumId: forumId('noerrebro'),
    rule: everySecondMonth,
    startsOn: '2027-01-01',
    dates: ['2027-01-14', '2027-03-11'],
    startsAt: '14:00',
    durationMinutes: 90,
    place: 'Kulturhuset',
    link: '',
    confirm: [],
    ...more,
  })
  const planned = () => database.select().from(meetingSeries).all()
  const ofSeries = () => {
    const [series] = planned()
    return database.select().from(meetings).where(eq(meetings.seriesId, series!.id)).all()
  }

  test('each chosen day becomes a meeting of its own, numbered in its year, and its agenda waits', () => {
    const first = planSeries(mette(), wishes(), DEMO_NOW)
    const rows = ofSeries()
    expect(rows.map(({ heldOn, occursOn, state }) => [heldOn, occursOn, state])).toEqual([
      ['2027-01-14', '2027-01-14', 'planned'],
      ['2027-03-11', '2027-03-11', 'planned'],
    ])
    expect(rows[1]!.number).toBe(rows[0]!.number + 1)
    expect(rows[0]!.id).toBe(first)
    expect(database.select().from(agendaItems).where(eq(agendaItems.meetingId, first)).all()).toEqual([])
  })

  test('the agenda is made when its turn comes, once', () => {
    const id = planSeries(mette(), wishes(), DEMO_NOW)
    makeAgenda(mette(), { id }, DEMO_NOW)
    const items = database.select().from(agendaItems).where(eq(agendaItems.meetingId, id)).all()
    expect(items.map(({ title }) => title)).toContain('Eventuelt')
    expect(() => makeAgenda(mette(), { id }, DEMO_NOW)).toThrow(new Refused('agendaMade'))
  })

  test('what is put on it first comes after its first agenda, which is still made', () => {
    const meetingId = planSeries(mette(), wishes(), DEMO_NOW)
    const wish = { meetingId, title: 'Lys på stierne', kind: 'discussion', visibility: 'forum' } as const
    addAgendaItem(mette(), wish, DEMO_NOW)
    const titles = database.select().from(agendaItems).where(eq(agendaItems.meetingId, meetingId)).all()
    expect(titles.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Siden sidst', 'Lys på stierne', 'Eventuelt']),
    )
  })

  test('opened without one, it gets its agenda then', () => {
    const id = planSeries(mette(), wishes(), DEMO_NOW)
    startMeeting(mette(), { meetingId: id }, DEMO_NOW)
    const items = database.select().from(agendaItems).where(eq(agendaItems.meetingId, id)).all()
    expect(items.map(({ title }) => title)).toContain('Siden sidst')
  })

  test('one is moved by itself, and says where it was', () => {
    const id = planSeries(mette(), wishes(), DEMO_NOW)
    const words = {
      startsAt: '15:00',
      durationMinutes: 90,
      place: '',
      link: '',
      sagsnr: null,
      dokumentnr: null,
      proposalsUntil: null,
    }
    changeMeeting(mette(), { id, version: 1, heldOn: '2027-01-21', ...words, confirm: [] }, DEMO_NOW)
    expect(seriesOf(mette(), id, '2026-11-23')).toMatchObject({
      occursOn: '2027-01-14',
      heldOn: '2027-01-21',
    })
    expect(ofSeries().map(({ heldOn }) => heldOn)).toEqual(['2027-01-21', '2027-03-11'])
  })

  test('announced at once, each gets one mail with all the days, and the calendar of a cancelled one is told', async () => {
    const first = planSeries(mette(), wishes(), DEMO_NOW)
    const [series] = planned()
    expect(announceSeries(mette(), { id: series!.id }, DEMO_NOW)).toBe(2)
    expect(ofSeries().map(({ state }) => state)).toEqual(['announced', 'announced'])
    const mails = database.select().from(outbox).where(eq(outbox.kind, 'save_the_date')).all()
    expect(new Set(mails.map(({ recipientId }) => recipientId)).size).toBe(mails.length)
    const message = await writeEmail(mails[0]!, DEMO_NOW)
    if ('withdrawn' in message) throw new Error(message.withdrawn)
    expect(message.text.replaceAll('\n', ' ')).toMatch(
      /14\. januar 2027 kl\. 14\.00.*11\. marts 2027 kl\. 14\.00/,
    )
    const events = new ICAL.Component(ICAL.parse(message.calendar!.content)).getAllSubcomponents('vevent')
    expect(events).toHaveLength(2)
    database.update(outbox).set({ state: 'sent' }).run()
    const [, second] = ofSeries()
    cancelMeeting(mette(), { id: second!.id, reason: 'Sygdom' }, DEMO_NOW)
    const told = database.select().from(outbox).where(eq(outbox.kind, 'meeting_cancelled')).all()
    expect(told).toHaveLength(mails.length)
    expect(() => announceSeries(mette(), { id: series!.id }, DEMO_NOW)).toThrow(
      new Refused('nothingToAnnounce'),
    )
    expect(() => announceSeries(viewerOf('Pia Storm'), { id: first }, DEMO_NOW)).toThrow('notAllowed')
  })

  test('is on the record', () => {
    planSeries(mette(), wishes(), DEMO_NOW)
    const [event] = database.select().from(events).where(eq(events.kind, 'series.planned')).all()
    expect(event).toMatchObject({ subjectKind: 'series', actorId: mette().personId })
  })

  test.each(['Karen Lund', 'Søren Bak', 'Pia Storm', 'Lars Nygaard', 'Ruth Vind'])('%s may not', (name) => {
    expect(() => planSeries(viewerOf(name), wishes(), DEMO_NOW)).toThrow(new Refused('notAllowed'))
    const { rule, startsOn, forumId: id } = wishes()
    expect(() => previewSeries(viewerOf(name), { forumId: id, rule, startsOn }, DEMO_NOW)).toThrow()
    expect(planned()).toEqual([])
  })

  test('a day that the rule does not give is refused, and nothing is planned', () => {
    const stray = wishes({ dates: ['2027-01-14', '2027-01-15'] })
    expect(() => planSeries(mette(), stray, DEMO_NOW)).toThrow(new Refused('seriesChanged'))
    expect(planned()).toEqual([])
  })

  test('the hour that the clocks skip is no time to meet, and nothing is planned', () => {
    const weekly: SeriesRule = { rhythm: 'week-1', position: 1, weekday: 1, end: { count: 2 } }
    const monday = wishes({ rule: weekly, startsOn: '2027-03-22', dates: ['2027-03-22', '2027-03-29'] })
    expect(() => planSeries(mette(), { ...monday, startsAt: '02:30' }, DEMO_NOW)).not.toThrow()
    const night = {
      sagsnr: null,
      dokumentnr: null,
      proposalsUntil: null,
      place: '',
      link: '',
      durationMinutes: 90,
      confirm: [],
    }
    const [meeting] = ofSeries()
    const toTheNight = () =>
      changeMeeting(
        mette(),
        { id: meeting!.id, version: 1, heldOn: '2027-03-28', startsAt: '02:30', ...night },
        DEMO_NOW,
      )
    expect(toTheNight).toThrow(new Refused('hourSkipped', {}, 'startsAt'))
  })

  test('shows holidays, quiet weeks, and meetings of forums where the same people sit', () => {
    const rule: SeriesRule = { rhythm: 'week-1', position: 1, weekday: 4, end: { until: '2027-05-06' } }
    const days = previewSeries(
      mette(),
      { forumId: forumId('noerrebro'), rule, startsOn: '2026-11-26' },
      DEMO_NOW,
    )
    const on = (date: string) => days.find((day) => day.date === date)
    expect(on('2026-12-24')?.closed).toBe('christmasEve')
    expect(on('2027-03-25')?.closed).toBe('maundyThursday')
    expect(on('2027-05-06')?.closed).toBe('ascension')
    expect(on('2027-02-18')?.quiet).toBe(true)
    expect(on('2027-02-25')?.quiet).toBe(false)
    // Husum/Tingbjerg meets on Thursday 3 December, and Søren Bak and Pia Storm sit in both.
    const [clash] = on('2026-12-03')?.clashes ?? []
    expect(clash).toMatchObject({ forum: 'Boligsocialt Forum Husum/Tingbjerg', own: false })
    expect(clash?.people).toBeGreaterThanOrEqual(2)
  })
})

describe('what is typed', () => {
  const typed = { forumId: 'a', rhythm: 'month-2', position: '2', weekday: '4', startsOn: '2027-01-01' }
  const keys = (more: object) =>
    seriesPreviewInput.safeParse({ ...typed, ...more }).error?.issues.map(({ path }) => path[0])

  test('needs an end, by number or by date', () => {
    expect(keys({ count: '6', until: '' })).toBeUndefined()
    expect(keys({ count: '', until: '2027-06-10' })).toBeUndefined()
    expect(keys({ count: '', until: '' })).toEqual(['until'])
  })

  test.each([
    ['the year 1', { startsOn: '0001-01-01', count: '6' }],
    ['31 February', { startsOn: '2027-02-31', count: '6' }],
    ['a thousand meetings', { count: '1000' }],
    ['a Saturday', { weekday: '6', count: '6' }],
    ['a fifth', { position: '5', count: '6' }],
    ['no rhythm', { rhythm: 'daily', count: '6' }],
    ['a list where one is meant', { startsOn: ['2027-01-01', '2027-01-02'], count: '6' }],
  ])('refuses %s', (_, more) => {
    expect(keys(more)).toHaveLength(1)
  })

  test('at least one day is chosen, and not sixty-one', () => {
    const facts = { ...typed, count: '6', startsAt: '14.00', durationMinutes: '90 min' }
    const judged = (dates: string[]) => planSeriesInput.safeParse({ ...facts, dates }).success
    expect(judged(['2027-01-14'])).toBe(true)
    expect(judged([])).toBe(false)
    expect(judged(Array.from({ length: 61 }, () => '2027-01-14'))).toBe(false)
  })
})
