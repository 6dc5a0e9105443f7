import { eq, type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import {
  actionItems,
  agendaItems,
  attendances,
  decisions,
  events,
  meetings,
  notes,
  topics,
} from '@/db/schema'
import { Conflict, NotFound, Question, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { DEMO_NOW, demoDatabase, forumId, partyId, personId, viewerOf } from '@/test/demo'
import { addAgendaItem } from '../../agenda/commands/add'
import type { LogLineInput } from '../input'
import { changeLine, removeLine } from './change-line'
import { logLine } from './lines'
import { finishMeeting, startMeeting } from './meeting'
import { setOutcome } from './outcome'

let database: Database
let meetingId: string
const now = DEMO_NOW
const mette = () => viewerOf('Mette Holm')

beforeEach(() => {
  database = demoDatabase()
  meetingId = meetingIn('agenda_sent')
})

const meetingIn = (state: 'agenda_sent' | 'closed' | 'planned') =>
  database
    .select({ id: meetings.id, forumId: meetings.forumId, state: meetings.state })
    .from(meetings)
    .all()
    .find((meeting) => meeting.forumId === forumId('noerrebro') && meeting.state === state)!.id

const add = (title: string, over: Partial<Parameters<typeof addAgendaItem>[1]> = {}) =>
  addAgendaItem(mette(), { meetingId, title, kind: 'discussion', visibility: 'forum', ...over }, now)

type Prose = Extract<LogLineInput, { kind: 'note' | 'decision' }>
const note = (itemId: string, over: Partial<Prose> = {}): Prose => ({
  kind: 'note',
  meetingId,
  itemId,
  id: newId(),
  text: 'DAB oplyser 14 borgere.',
  ...over,
})
type Task = Extract<LogLineInput, { kind: 'action' }>
const task = (itemId: string, over: Partial<Task> = {}): Task => ({
  kind: 'action',
  meetingId,
  itemId,
  id: newId(),
  text: 'Ring til DAB',
  partyId: partyId('BIF'),
  personId: personId('Søren Bak'),
  dueOn: '2026-11-27',
  confirm: [],
  ...over,
})

const count = (table: SQLiteTable, where: SQL) =>
  database.select({ one: sql`1` }).from(table).where(where).all().length
const item = (id: string) => database.select().from(agendaItems).where(eq(agendaItems.id, id)).get()!
const line = (id: string) => database.select().from(notes).where(eq(notes.id, id)).get()!

describe('starting', () => {
  test('everybody with an ordinary seat that day gets a row without a status, once', () => {
    startMeeting(mette(), { meetingId }, now)
    startMeeting(mette(), { meetingId }, now)
    const rows = database.select().from(attendances).where(eq(attendances.meetingId, meetingId)).all()
    expect(rows.map(({ organisation }) => organisation).sort()).toEqual(
      ['AAB', 'BIF', 'BUF', 'KFF', 'Nørrebro Lokaludvalg', 'SOF', 'SUF', 'TMF', 'fsb', 'ØKF'].sort(),
    )
    expect(rows.every(({ status }) => status === null)).toBe(true)
    const started = database.select().from(events).where(eq(events.kind, 'meeting.started')).all()
    expect(started.filter(({ subjectId }) => subjectId === meetingId)).toHaveLength(1)
  })

  test('a line logged before anybody pressed start opens the log too', () => {
    logLine(mette(), note(add('Punkt')), now)
    expect(count(attendances, eq(attendances.meetingId, meetingId))).toBe(10)
  })

  test('only the team starts, logs and finishes; whoever may not see the meeting finds nothing', () => {
    const itemId = add('Punkt')
    for (const name of ['Søren Bak', 'Karen Lund', 'Pia Storm', 'Ruth Vind']) {
      const person = viewerOf(name)
      expect(() => startMeeting(person, { meetingId }, now), name).toThrow(Refused)
      expect(() => logLine(person, note(itemId), now), name).toThrow(Refused)
      expect(() => finishMeeting(person, { meetingId }, now), name).toThrow(Refused)
    }
    expect(() => logLine(viewerOf('Erik Dam'), note(itemId), now)).toThrow(NotFound)
    expect(count(notes, eq(notes.meetingId, meetingId))).toBe(0)
  })

  test('finishing makes the meeting held, and finishing again changes nothing', () => {
    finishMeeting(mette(), { meetingId }, now)
    finishMeeting(mette(), { meetingId }, new Date(now.getTime() + 60_000))
    const meeting = database.select().from(meetings).where(eq(meetings.id, meetingId)).get()!
    expect(meeting).toMatchObject({ state: 'held', heldAt: now, startedAt: now })
  })
})

describe('logging', () => {
  test.each(['note', 'decision'] as const)('the same %s sent twice is there once', (kind) => {
    const sent = note(add('Punkt'), { kind })
    logLine(mette(), sent, now)
    logLine(mette(), sent, now)
    const table = kind === 'note' ? notes : decisions
    expect(count(table, eq(table.id, sent.id))).toBe(1)
    const told = database.select().from(events).where(eq(events.subjectId, sent.id)).all()
    expect(told.map((event) => event.kind)).toEqual(['minutes.line-logged'])
  })

  test('the same action item and the same topic sent twice are there once', () => {
    const itemId = add('Punkt')
    const sent = task(itemId)
    const topic = { kind: 'topic' as const, meetingId, itemId, id: newId(), text: 'Tryg skolevej' }
    for (const _ of [1, 2]) {
      logLine(mette(), sent, now)
      logLine(mette(), topic, now)
    }
    expect(count(actionItems, eq(actionItems.agendaItemId, itemId))).toBe(1)
    expect(count(topics, eq(topics.raisedAtId, itemId))).toBe(1)
  })

  test('the event names the text by its hash and holds no word of it', () => {
    const sent = note(add('Punkt'), { text: 'Hemmeligheden om kælderen' })
    logLine(mette(), sent, now)
    const [event] = database.select().from(events).where(eq(events.subjectId, sent.id)).all()
    expect(JSON.stringify(event)).not.toContain('kælderen')
  })

  test('a line is as visible as its item and never more', () => {
    const reach = (visibility: 'internal' | 'forum', wanted?: 'internal' | 'own' | 'forum') => {
      const sent = note(add('Punkt', { visibility }), wanted ? { visibility: wanted } : {})
      logLine(mette(), sent, now)
      return line(sent.id).visibility
    }
    expect(reach('forum')).toBe('forum')
    expect(reach('forum', 'internal')).toBe('internal')
    expect(reach('internal')).toBe('internal')
    expect(reach('internal', 'own')).toBe('internal')
    expect(reach('internal', 'forum')).toBe('internal')
  })

  test('an outsider is given a task from an internal item only after a yes, and only they see it', () => {
    const itemId = add('Internt', { visibility: 'internal' })
    const sent = task(itemId, { partyId: partyId('fsb'), personId: personId('Pia Storm') })
    expect(() => logLine(mette(), sent, now)).toThrow(Question)
    expect(count(actionItems, eq(actionItems.id, sent.id))).toBe(0)
    logLine(mette(), { ...sent, confirm: ['sharesInternal'] }, now)
    const stored = database.select().from(actionItems).where(eq(actionItems.id, sent.id)).get()!
    expect(stored.visibility).toBe('own')
  })

  test('a due date on a closed day asks and takes yes for an answer; nothing was written by asking', () => {
    const sent = task(add('Punkt'), { dueOn: '2026-12-25' })
    expect(() => logLine(mette(), sent, now)).toThrow(Question)
    expect(count(actionItems, eq(actionItems.id, sent.id))).toBe(0)
    logLine(mette(), { ...sent, confirm: ['dueOnClosedDay'] }, now)
    expect(count(actionItems, eq(actionItems.id, sent.id))).toBe(1)
  })

  test('an item of another meeting, a removed one and an unknown one are alike: not found', () => {
    const other = database
      .select()
      .from(agendaItems)
      .where(eq(agendaItems.meetingId, meetingIn('closed')))
      .get()!
    const removed = add('Fjernet')
    database.update(agendaItems).set({ removedAt: now }).where(eq(agendaItems.id, removed)).run()
    for (const itemId of [other.id, removed, 'unknown']) {
      expect(() => logLine(mette(), note(itemId), now)).toThrow(NotFound)
    }
  })

  test('a closed meeting takes no more lines', () => {
    meetingId = meetingIn('closed')
    const { id } = database.select().from(agendaItems).where(eq(agendaItems.meetingId, meetingId)).get()!
    expect(() => logLine(mette(), note(id), now)).toThrow(new Refused('meetingIs_closed'))
  })
})

describe('what an item came to', () => {
  test.each([
    ['orientation', 'note', 'noted'],
    ['formality', 'note', 'noted'],
    ['discussion', 'note', 'discussed'],
    ['decision', 'note', 'discussed'],
    ['orientation', 'decision', 'decided'],
  ] as const)('the first line under %s is a %s: %s', (kind, lineKind, outcome) => {
    const itemId = add('Punkt', { kind })
    logLine(mette(), note(itemId, { kind: lineKind }), now)
    expect(item(itemId).outcome).toBe(outcome)
  })

  test('an action item alone: discussed; a topic for later: still pending', () => {
    const itemId = add('Punkt', { kind: 'orientation' })
    logLine(mette(), { kind: 'topic', meetingId, itemId, id: newId(), text: 'Emne' }, now)
    expect(item(itemId).outcome).toBe('pending')
    logLine(mette(), task(itemId), now)
    expect(item(itemId).outcome).toBe('discussed')
  })

  test('a decision decides after a discussion; what was put off by hand stays put off', () => {
    const itemId = add('Punkt')
    logLine(mette(), note(itemId), now)
    logLine(mette(), note(itemId, { kind: 'decision' }), now)
    expect(item(itemId).outcome).toBe('decided')
    setOutcome(mette(), { meetingId, itemId, outcome: 'deferred' }, now)
    logLine(mette(), note(itemId, { kind: 'decision' }), now)
    expect(item(itemId).outcome).toBe('deferred')
  })
})

describe('correcting', () => {
  test('the second to save sees the text of the first, and nothing is overwritten', () => {
    const sent = note(add('Punkt'))
    logLine(mette(), sent, now)
    const change = { kind: 'note' as const, meetingId, id: sent.id, version: 1 }
    changeLine(mette(), { ...change, text: 'Mettes ord' }, now)
    const second = () => changeLine(viewerOf('Jonas Friis'), { ...change, text: 'Jonas’ ord' }, now)
    expect(second).toThrow(Conflict)
    try {
      second()
    } catch (error) {
      expect((error as Conflict).details).toEqual({ field: 'text', theirs: 'Mettes ord', theirVersion: 2 })
    }
    expect(line(sent.id).body).toBe('Mettes ord')
    changeLine(viewerOf('Jonas Friis'), { ...change, version: 2, text: 'Begge ord' }, now)
    expect(line(sent.id)).toMatchObject({ body: 'Begge ord', version: 3 })
  })

  test('an action item keeps its story when its words, its person and its date are put right', () => {
    const sent = task(add('Punkt'))
    logLine(mette(), sent, now)
    const change = { kind: 'action' as const, meetingId, id: sent.id, confirm: [] }
    const words = { text: 'Skriv til DAB', partyId: partyId('SOF'), personId: personId('Thomas Ellegaard') }
    changeLine(mette(), { ...change, ...words, version: 1, dueOn: '2026-12-01' }, now)
    const stored = database.select().from(actionItems).where(eq(actionItems.id, sent.id)).get()!
    expect(stored).toMatchObject({ title: 'Skriv til DAB', dueOn: '2026-12-01', version: 2 })
    expect(() => changeLine(mette(), { ...change, ...words, version: 1, dueOn: '2026-12-02' }, now)).toThrow(
      Conflict,
    )
  })

  test('an internal action item goes to an outsider only after a yes', () => {
    const sent = task(add('Internt', { visibility: 'internal' }))
    logLine(mette(), sent, now)
    const change = {
      kind: 'action' as const,
      meetingId,
      id: sent.id,
      version: 1,
      text: 'Ring',
      dueOn: sent.dueOn,
    }
    const toPia = { partyId: partyId('fsb'), personId: personId('Pia Storm') }
    expect(() => changeLine(mette(), { ...change, ...toPia, confirm: [] }, now)).toThrow(Question)
    changeLine(mette(), { ...change, ...toPia, confirm: ['sharesInternal'] }, now)
    const stored = database.select().from(actionItems).where(eq(actionItems.id, sent.id)).get()!
    expect(stored).toMatchObject({ visibility: 'own', responsiblePartyId: partyId('fsb') })
  })

  test('an action item of another meeting is not found', () => {
    const other = database
      .select()
      .from(actionItems)
      .where(eq(actionItems.meetingId, meetingIn('closed')))
      .get()!
    const words = { text: 'X', partyId: partyId('BIF'), personId: personId('Søren Bak'), dueOn: '2026-11-27' }
    const input = { kind: 'action' as const, meetingId, id: other.id, version: 1, confirm: [], ...words }
    expect(() => changeLine(mette(), input, now)).toThrow(NotFound)
    expect(() =>
      removeLine(mette(), { meetingId, id: other.id, kind: 'action', removed: true }, now),
    ).toThrow()
  })

  test('an action item that left the log is not changed here', () => {
    const sent = task(add('Punkt'))
    logLine(mette(), sent, now)
    database.update(actionItems).set({ releasedAt: now }).where(eq(actionItems.id, sent.id)).run()
    expect(() => removeLine(mette(), { meetingId, id: sent.id, kind: 'action', removed: true }, now)).toThrow(
      new Refused('actionItemLeftTheLog'),
    )
  })

  test.each(['note', 'decision', 'action', 'topic'] as const)(
    'a %s is taken away and brought back, twice is once',
    (kind) => {
      const itemId = add('Punkt')
      const id = newId()
      if (kind === 'action') logLine(mette(), task(itemId, { id }), now)
      else if (kind === 'topic') logLine(mette(), { kind, meetingId, itemId, id, text: 'Emne' }, now)
      else logLine(mette(), note(itemId, { kind, id }), now)
      const table = { note: notes, decision: decisions, action: actionItems, topic: topics }[kind]
      const isRemoved = () =>
        database.select({ removedAt: table.removedAt }).from(table).where(eq(table.id, id)).get()!
          .removedAt !== null
      for (const removed of [true, true, false, false]) {
        removeLine(mette(), { meetingId, id, kind, removed }, now)
        expect(isRemoved()).toBe(removed)
      }
    },
  )

  test('a topic that lives on agendas is nothing one can take away in the log', () => {
    const { topicId } = item(add('Punkt'))
    expect(() => removeLine(mette(), { meetingId, id: topicId, kind: 'topic', removed: true }, now)).toThrow(
      NotFound,
    )
  })
})
