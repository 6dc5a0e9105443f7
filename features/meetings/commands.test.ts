import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { write } from '@/db/client'
import type { Database } from '@/db/open'
import { agendaItems, events, type MeetingState, meetings } from '@/db/schema'
import { Conflict, NotFound, Question, Refused } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { nothingComesBack } from '@/test/carried'
import { demoDatabase, forumId, viewerOf } from '@/test/demo'
import { listAgenda } from './agenda/queries'
import { announceMeeting, cancelMeeting, changeMeeting, planMeeting } from './commands'
import type { PlanMeetingInput } from './input'
import { findMeeting, getMeeting } from './queries'

const NOW = new Date('2026-11-23T09:00:00Z')
const DAY = '2028-03-02'

let database: Database
let mette: Viewer
let pia: Viewer

beforeEach(() => {
  database = demoDatabase()
  mette = viewerOf('Mette Holm')
  pia = viewerOf('Pia Storm')
})

const wishes = (more: Partial<PlanMeetingInput> = {}): PlanMeetingInput => ({
  forumId: forumId('noerrebro'),
  heldOn: DAY,
  startsAt: '14:00',
  durationMinutes: 90,
  place: 'Kulturhuset, sal 2',
  link: '',
  sagsnr: '2028-0230260',
  dokumentnr: null,
  proposalsUntil: null,
  confirm: [],
  ...more,
})
const plan = (more: Partial<PlanMeetingInput> = {}) => planMeeting(mette, wishes(more), NOW)
const stored = (id: string) => findMeeting(database, mette, id)
const setState = (id: string, state: MeetingState) =>
  write((tx) => tx.update(meetings).set({ state }).where(eq(meetings.id, id)).run())
const count = () => database.select({ id: meetings.id }).from(meetings).all().length
const lastEvent = () => database.select().from(events).all().at(-1)!

const question = (ask: () => unknown) => {
  try {
    ask()
  } catch (error) {
    if (error instanceof Question) return error.code
    throw error
  }
  return null
}

describe('planning a meeting', () => {
  test('gives it the next number of its forum and year', () => {
    const ids = [plan(), plan({ heldOn: '2028-03-09' }), plan({ forumId: forumId('bispebjerg') })]
    expect(ids.map((id) => [stored(id).year, stored(id).number])).toEqual([
      [2028, 1],
      [2028, 2],
      [2028, 1],
    ])
  })

  test('lays a first agenda that everybody will see, with "Eventuelt" last', () => {
    const agenda = listAgenda(mette, plan())
    expect(agenda[0]).toMatchObject({ title: 'Velkomst og godkendelse af referat', number: '1', minutes: 5 })
    expect(agenda[1]).toMatchObject({ title: 'Siden sidst', kind: 'orientation', startsAt: '14:05' })
    expect(agenda.findLast(({ visibility }) => visibility === 'forum')?.title).toBe('Eventuelt')
    expect(agenda.every(({ sentAt }) => sentAt === null)).toBe(true)
  })

  test('is a draft: nobody outside sees it', () => {
    expect(() => getMeeting(pia, plan())).toThrow(NotFound)
  })

  test('brings what the forum put off, with its own visibility, unless it came back already', () => {
    nothingComesBack(database)
    const before = plan({ heldOn: '2028-01-13' })
    const items = listAgenda(mette, before)
    const putOff = (index: number, visibility: 'forum' | 'internal') =>
      database
        .update(agendaItems)
        .set({ outcome: 'deferred', visibility })
        .where(eq(agendaItems.id, items[index]!.id))
        .run()
    putOff(0, 'forum')
    putOff(
      items.findIndex(({ title }) => title === 'Eventuelt'),
      'internal',
    )
    const carried = (meeting: string) =>
      listAgenda(mette, meeting)
        .filter(({ topicId }) => items.some((item) => item.topicId === topicId))
        .map(({ title, visibility }) => `${title}: ${visibility}`)
    expect(carried(plan())).toEqual(['Velkomst og godkendelse af referat: forum', 'Eventuelt: internal'])
    expect(carried(plan({ heldOn: '2028-04-20' }))).toEqual([])
  })

  test.each([
    ['on a Saturday', '2028-03-04', 'meetingOnClosedDay'],
    ['in the winter holidays', '2028-02-16', 'meetingInQuietWeek'],
    ['in the past', '2026-11-20', 'meetingInPast'],
    ['in ten years', '2036-11-20', 'meetingFarAway'],
  ])('%s asks first, and takes yes for an answer', (_, heldOn, code) => {
    const before = count()
    expect(question(() => plan({ heldOn }))).toBe(code)
    expect(count()).toBe(before)
    expect(stored(plan({ heldOn, confirm: [code, 'meetingSameDay'] })).heldOn).toBe(heldOn)
  })

  test('a second one of the same forum on the same day asks, another forum’s does not', () => {
    plan()
    expect(question(() => plan({ startsAt: '16:00' }))).toBe('meetingSameDay')
    plan({ forumId: forumId('bispebjerg') })
    expect(stored(plan({ confirm: ['meetingSameDay'] })).number).toBe(2)
  })

  test('a cancelled one does not stand in the way', () => {
    cancelMeeting(mette, { id: plan(), reason: 'Flyttet' }, NOW)
    expect(question(() => plan())).toBeNull()
  })

  test.each(['Karen Lund', 'Søren Bak', 'Pia Storm', 'Lars Nygaard', 'Ruth Vind'])('%s may not', (name) => {
    const before = count()
    expect(() => planMeeting(viewerOf(name), wishes(), NOW)).toThrow(new Refused('notAllowed'))
    expect(count()).toBe(before)
  })

  test('needs a forum that exists', () => {
    expect(() => plan({ forumId: 'nowhere' })).toThrow(new Refused('unknown', undefined, 'forumId'))
  })

  test('takes proposals until a day that lies before it', () => {
    expect(() => plan({ proposalsUntil: '2199-01-01' })).toThrow(
      new Refused('proposalsAfterMeeting', {}, 'proposalsUntil'),
    )
  })

  test('is on the record', () => {
    const id = plan()
    const [planned, made] = database.select().from(events).where(eq(events.subjectId, id)).all()
    expect(planned).toMatchObject({
      kind: 'meeting.planned',
      actorId: mette.personId,
      data: { heldOn: DAY, startsAt: '14:00' },
    })
    expect(made).toMatchObject({ kind: 'meeting.agenda-made', actorId: mette.personId })
  })
})

describe('changing a meeting', () => {
  const change = (id: string, more: Partial<PlanMeetingInput> & { version?: number }, person = mette) => {
    const { forumId: _, ...words } = wishes()
    changeMeeting(person, { id, version: 1, ...words, ...more }, NOW)
  }

  test('moves it, and asks about the new date only', () => {
    const id = plan({ heldOn: '2028-02-16', confirm: ['meetingInQuietWeek'] })
    change(id, { heldOn: '2028-02-16', place: 'Sal 3' })
    expect(question(() => change(id, { heldOn: '2028-04-14', version: 2 }))).toBe('meetingOnClosedDay')
    change(id, { heldOn: '2028-04-20', version: 2 })
    expect(stored(id)).toMatchObject({
      heldOn: '2028-04-20',
      place: 'Kulturhuset, sal 2',
      version: 3,
      number: 1,
    })
  })

  test('into another year gives it a number there', () => {
    const { number } = stored(plan({ heldOn: '2027-11-11' }))
    const id = plan()
    change(id, { heldOn: '2027-11-18' })
    expect(stored(id)).toMatchObject({ year: 2027, number: number + 1 })
  })

  test('that somebody else changed shows both texts and keeps theirs', () => {
    const id = plan()
    change(id, { place: 'Sal 3', startsAt: '15:00' })
    const late = () => change(id, { place: 'Sal 4' })
    expect(late).toThrow(Conflict)
    try {
      late()
    } catch (error) {
      expect((error as Conflict).details).toEqual({
        field: 'startsAt',
        theirs: '15:00',
        others: [{ field: 'place', theirs: 'Sal 3' }],
        theirVersion: 2,
      })
    }
    expect(stored(id).place).toBe('Sal 3')
    change(id, { place: 'Sal 4', version: 2 })
    expect(stored(id).place).toBe('Sal 4')
  })

  test.each(['held', 'closed', 'cancelled'] as const)('is refused once it is %s', (state) => {
    const id = plan()
    setState(id, state)
    expect(() => change(id, { place: 'Sal 3' })).toThrow(new Refused(`meetingIs_${state}`))
  })

  test('is the coordinators’ work: who may not see it finds nothing, who may is refused', () => {
    const id = plan()
    expect(() => change(id, { place: 'Sal 3' }, pia)).toThrow(NotFound)
    expect(() => change(id, { place: 'Sal 3' }, viewerOf('Karen Lund'))).toThrow(new Refused('notAllowed'))
    expect(() => change('nowhere', {})).toThrow(NotFound)
  })
})

describe('announcing the date', () => {
  test('shows outsiders when and where, and nothing of the agenda', () => {
    const id = plan()
    announceMeeting(mette, { id }, NOW)
    expect(getMeeting(pia, id)).toMatchObject({ heldOn: DAY, place: 'Kulturhuset, sal 2' })
    expect(listAgenda(pia, id)).toEqual([])
    expect(lastEvent().kind).toBe('meeting.announced')
  })

  test('happens once', () => {
    const id = plan()
    announceMeeting(mette, { id }, NOW)
    expect(() => announceMeeting(mette, { id }, NOW)).toThrow(new Refused('meetingIs_announced'))
  })

  test('is refused to everybody else', () => {
    const id = plan()
    expect(() => announceMeeting(viewerOf('Karen Lund'), { id }, NOW)).toThrow(new Refused('notAllowed'))
    expect(() => announceMeeting(pia, { id }, NOW)).toThrow(NotFound)
  })
})

describe('cancelling', () => {
  test('keeps the meeting with its reason, for those who knew of it', () => {
    const id = plan()
    announceMeeting(mette, { id }, NOW)
    cancelMeeting(mette, { id, reason: 'For få kan komme' }, NOW)
    expect(getMeeting(pia, id)).toMatchObject({ state: 'cancelled', cancelReason: 'For få kan komme' })
    expect(lastEvent()).toMatchObject({ kind: 'meeting.cancelled', data: { stateBefore: 'announced' } })
  })

  test('a draft that was cancelled stays unknown outside', () => {
    const id = plan()
    cancelMeeting(mette, { id, reason: 'For få kan komme' }, NOW)
    expect(() => getMeeting(pia, id)).toThrow(NotFound)
  })

  test.each(['held', 'closed', 'cancelled'] as const)('is refused once it is %s', (state) => {
    const id = plan()
    setState(id, state)
    expect(() => cancelMeeting(mette, { id, reason: 'Nej' }, NOW)).toThrow(new Refused(`meetingIs_${state}`))
  })

  test('is refused to everybody else', () => {
    const id = plan()
    expect(() => cancelMeeting(viewerOf('Karen Lund'), { id, reason: 'Nej' }, NOW)).toThrow(
      new Refused('notAllowed'),
    )
    expect(() => cancelMeeting(pia, { id, reason: 'Nej' }, NOW)).toThrow(NotFound)
  })
})
