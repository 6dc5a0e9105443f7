import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { actionItems, agendaItems, events, meetings, topics } from '@/db/schema'
import type { PlainDate } from '@/lib/dates'
import { NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { Viewer } from '@/policy'
import { nothingComesBack } from '@/test/carried'
import { demoDatabase, forumId, DEMO_NOW as NOW, partyId, personId, viewerOf } from '@/test/demo'
import { addAgendaItem } from '../agenda/commands/add'
import { removeAgendaItem } from '../agenda/commands/removal'
import { listAgenda } from '../agenda/queries'
import { planMeeting } from '../commands'
import { logLine } from '../minutes/commands/lines'
import { sinceLast } from '../since-last/queries'
import { closeTopic, keepItem, passTopic, setStanding } from './commands'
import { carriedTopics, getTopic } from './queries'

let database: Database
let mette: Viewer
let last: string

const plan = (heldOn: PlainDate, forum = 'noerrebro') => {
  const place = { startsAt: '14:00', durationMinutes: 90, place: '', link: '' }
  const numbers = { sagsnr: null, dokumentnr: null, proposalsUntil: null }
  return planMeeting(mette, { forumId: forumId(forum), heldOn, ...place, ...numbers, confirm: [] }, NOW)
}
const add = (title: string, visibility: 'forum' | 'internal' = 'forum') =>
  addAgendaItem(mette, { meetingId: last, title, kind: 'discussion', visibility, proposerPartyId: null }, NOW)
const item = (id: string) => database.select().from(agendaItems).where(eq(agendaItems.id, id)).get()!
const set = (id: string, values: Partial<typeof agendaItems.$inferInsert>) =>
  database.update(agendaItems).set(values).where(eq(agendaItems.id, id)).run()
const hold = () => database.update(meetings).set({ state: 'closed' }).where(eq(meetings.id, last)).run()
/** What came back by itself, and why. */
const back = (meetingId: string) =>
  listAgenda(mette, meetingId)
    .filter(({ carriedBecause }) => carriedBecause)
    .map(({ title, carriedBecause }) => [title, carriedBecause])
const promise = (
  itemId: string,
  dueOn: PlainDate,
  [party, person] = ['fsb', 'Pia Storm'] as [string, string],
) => {
  const id = newId()
  const whose = { partyId: partyId(party), personId: personId(person) }
  const line = {
    kind: 'action',
    meetingId: last,
    itemId,
    id,
    text: 'Ring',
    ...whose,
    dueOn,
    confirm: [],
  } as const
  logLine(mette, { ...line, confirm: ['dueOnClosedDay', 'dueInQuietWeek', 'dueFarAway', 'dueInPast'] }, NOW)
  return id
}

beforeEach(() => {
  database = demoDatabase()
  mette = viewerOf('Mette Holm')
  nothingComesBack(database)
  last = plan('2027-01-14')
})

describe('the next agenda', () => {
  test('brings back what was put off, unfinished, standing, promised by then and raised for later, each with why', () => {
    const [putOff, unfinished, standing, promised, done] = ['A', 'B', 'C', 'D', 'E'].map((title) =>
      add(title),
    )
    promise(promised!, '2027-03-01')
    promise(done!, '2027-06-01')
    for (const id of [standing, done]) set(id!, { outcome: 'discussed' })
    set(putOff!, { outcome: 'deferred' })
    set(unfinished!, { outcome: 'pending' })
    setStanding(mette, { id: item(standing!).topicId, standing: true }, NOW)
    logLine(mette, { kind: 'topic', meetingId: last, itemId: done!, id: newId(), text: 'F' }, NOW)
    hold()
    expect(back(plan('2027-03-11'))).toEqual([
      ['A', 'deferred'],
      ['B', 'unfinished'],
      ['C', 'standing'],
      ['D', 'open_action'],
      ['F', 'raised'],
    ])
  })

  test('brings a topic back for what was promised at any meeting, from the past and never from a day to come', () => {
    const promised = add('A')
    promise(promised, '2027-05-01')
    set(promised, { outcome: 'discussed' })
    const standing = add('B')
    setStanding(mette, { id: item(standing).topicId, standing: true }, NOW)
    set(standing, { outcome: 'discussed' })
    hold()
    const between = plan('2027-03-11')
    const again = listAgenda(mette, between).find(({ title }) => title === 'B')!
    expect(back(between)).toEqual([['B', 'standing']])
    addAgendaItem(
      mette,
      {
        meetingId: between,
        title: 'A',
        kind: 'discussion',
        visibility: 'forum',
        topicId: item(promised).topicId,
      },
      NOW,
    )
    set(again.id, { outcome: 'discussed' })
    database.update(agendaItems).set({ outcome: 'discussed' }).where(eq(agendaItems.meetingId, between)).run()
    database.update(meetings).set({ state: 'closed' }).where(eq(meetings.id, between)).run()
    expect(back(plan('2027-05-13'))).toEqual([
      ['B', 'standing'],
      ['A', 'open_action'],
    ])
    const before = carriedTopics(mette, { forumId: forumId('noerrebro'), heldOn: '2027-01-10' })
    expect(before.map(({ title }) => title)).not.toContain('B')
  })

  test('takes nothing out of the old one, and what is internal stays so', () => {
    const id = add('Personale', 'internal')
    set(id, { outcome: 'deferred' })
    hold()
    const next = plan('2027-03-11')
    expect(item(id)).toMatchObject({ meetingId: last, title: 'Personale', removedAt: null })
    const carried = listAgenda(mette, next).find(({ title }) => title === 'Personale')
    expect(carried).toMatchObject({ visibility: 'internal', topicId: item(id).topicId })
    expect(item(carried!.id).carriedFromId).toBe(id)
  })

  test('keeps it at one press; dropped for now it can be taken up again, closed it comes back no more', () => {
    const ids = ['A', 'B'].map((title) => add(title))
    for (const id of ids) set(id, { outcome: 'deferred' })
    hold()
    const next = plan('2027-03-11')
    const [a, b] = listAgenda(mette, next).filter(({ carriedBecause }) => carriedBecause)
    keepItem(mette, { id: a!.id }, NOW)
    keepItem(mette, { id: a!.id }, NOW)
    expect(item(a!.id).keptAt).toEqual(NOW)
    expect(database.select().from(events).where(eq(events.kind, 'agenda-item.kept')).all()).toHaveLength(1)
    removeAgendaItem(mette, { id: a!.id }, NOW)
    closeTopic(mette, { id: b!.id }, NOW)
    const again = carriedTopics(mette, { forumId: forumId('noerrebro'), heldOn: '2027-05-13' })
    expect(again.map(({ title }) => title)).toEqual(['A'])
  })

  test('is the coordinators’ to sort out', () => {
    const id = add('A')
    for (const name of ['Karen Lund', 'Søren Bak']) {
      const person = viewerOf(name)
      expect(() => keepItem(person, { id }, NOW)).toThrow(new Refused('notAllowed'))
      expect(() => closeTopic(person, { id }, NOW)).toThrow(new Refused('notAllowed'))
      expect(() => setStanding(person, { id: item(id).topicId, standing: true }, NOW)).toThrow('notAllowed')
    }
    expect(() => keepItem(viewerOf('Pia Storm'), { id }, NOW)).toThrow(NotFound)
  })
})

describe('a topic', () => {
  test('shows its whole history to who may read it, and to nobody else that it is there', () => {
    const id = add('Lys på stierne')
    const hidden = add('Personale', 'internal')
    const { topicId } = item(id)
    expect(getTopic(viewerOf('Søren Bak'), topicId).appearances).toHaveLength(1)
    expect(() => getTopic(viewerOf('Pia Storm'), topicId)).toThrow(NotFound)
    set(id, { sentAt: NOW })
    database.update(meetings).set({ announcedAt: NOW }).where(eq(meetings.id, last)).run()
    expect(getTopic(viewerOf('Pia Storm'), topicId).title).toBe('Lys på stierne')
    for (const name of ['Pia Storm', 'Lars Nygaard'])
      expect(() => getTopic(viewerOf(name), item(hidden).topicId)).toThrow(NotFound)
    expect(() => getTopic(viewerOf('Erik Dam'), topicId)).toThrow(NotFound)
    expect(() => getTopic(mette, 'nothing')).toThrow(NotFound)
  })

  test('is passed on with its background and its history, internal there until somebody shares it', () => {
    const id = add('Lys på stierne')
    const { topicId } = item(id)
    const to = forumId('bispebjerg')
    database.update(meetings).set({ state: 'cancelled' }).where(eq(meetings.forumId, to)).run()
    const pass = (forum = to) =>
      passTopic(mette, { id: topicId, forumId: forum, background: 'Gælder jer' }, NOW)
    expect(() => pass()).toThrow(new Refused('noComingMeeting', undefined, 'forumId'))
    const next = plan('2027-02-11', 'bispebjerg')
    expect(() => pass(forumId('noerrebro'))).toThrow(new Refused('unknown', undefined, 'forumId'))
    expect(pass()).toBe(next)
    const passed = database
      .select()
      .from(agendaItems)
      .where(and(eq(agendaItems.meetingId, next), eq(agendaItems.topicId, topicId)))
      .get()
    expect(passed).toMatchObject({
      description: 'Gælder jer',
      visibility: 'internal',
      carriedBecause: 'passed_on',
    })
    expect(listAgenda(mette, next).map(({ title }) => title)).toContain('Eventuelt')
    expect(getTopic(mette, topicId).appearances.map(({ meeting }) => meeting.id)).toEqual([next, last])
    expect(() => pass()).toThrow(new Refused('topicOnAgenda'))
    expect(() =>
      passTopic(viewerOf('Søren Bak'), { id: topicId, forumId: to, background: 'x' }, NOW),
    ).toThrow('notAllowed')
  })
})

describe('"Siden sidst"', () => {
  const of = (name: string, meetingId: string) =>
    sinceLast(
      viewerOf(name),
      { id: meetingId, forumId: forumId('noerrebro'), heldOn: '2027-03-11' },
      '2027-03-11',
    )

  test('tells what was closed and what is late since the meeting before, to each what they may read', () => {
    const [open, hidden] = [add('Ventelister'), add('Personale', 'internal')]
    const late = promise(open!, '2027-02-01')
    const closed = promise(open!, '2027-02-02')
    const secret = promise(hidden!, '2027-02-03', ['BIF', 'Søren Bak'])
    const after = new Date('2027-02-01T09:00:00Z')
    database
      .update(actionItems)
      .set({ state: 'closed', closedAt: after })
      .where(eq(actionItems.id, closed))
      .run()
    hold()
    const next = plan('2027-03-11')
    const news = of('Mette Holm', next)
    expect(news?.closed.map(({ id }) => id)).toEqual([closed])
    expect(news?.late.map(({ id }) => id)).toEqual([late, secret])
    expect(JSON.stringify(of('Pia Storm', next))).not.toContain(secret)
  })

  test('has nothing to tell before the first meeting', () => {
    database.update(meetings).set({ state: 'cancelled' }).run()
    database.update(topics).set({ closedAt: NOW }).run()
    expect(of('Mette Holm', plan('2027-03-11'))).toBeNull()
  })
})
