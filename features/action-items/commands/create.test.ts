import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { write } from '@/db/client'
import type { Database } from '@/db/open'
import { actionItemSteps, actionItems, agendaItems, events, meetings, topics } from '@/db/schema'
import { Conflict, NotFound, Question, Refused } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { demoDatabase, forumId, viewerOf } from '@/test/demo'
import { changeActionItem, releaseActionItem } from './change'
import { addActionItem, createActionItem, type NewActionItem } from './create'
import { cancelActionItem } from './settle'

const NOW = new Date('2026-11-23T09:00:00Z')

let database: Database
let mette: Viewer
let pia: Viewer
let nørrebro: string

beforeEach(() => {
  database = demoDatabase()
  mette = viewerOf('Mette Holm')
  pia = viewerOf('Pia Storm')
  nørrebro = forumId('noerrebro')
})

const task = (to: Viewer, more: Partial<NewActionItem> = {}): NewActionItem => ({
  forumId: nørrebro,
  title: 'Ring til Lejerbo om ventelisten',
  partyId: to.partyId,
  personId: to.personId,
  dueOn: '2026-12-04',
  visibility: 'internal',
  confirm: [],
  ...more,
})

const stored = (id: string) => database.select().from(actionItems).where(eq(actionItems.id, id)).get()!
const count = () => database.select({ id: actionItems.id }).from(actionItems).all().length

function meetingWithItem() {
  const meeting = {
    id: 'our-meeting',
    forumId: nørrebro,
    year: 1999,
    number: 1,
    heldOn: '2026-11-19',
    startsAt: '14:00',
  }
  database
    .insert(meetings)
    .values({ ...meeting, durationMinutes: 90, createdAt: NOW })
    .run()
  database
    .insert(topics)
    .values({ id: 'our-topic', forumId: nørrebro, title: 'Ventelister', createdAt: NOW })
    .run()
  const item = { id: 'our-item', meetingId: 'our-meeting', topicId: 'our-topic', position: 1 }
  database
    .insert(agendaItems)
    .values({ ...item, title: 'Ventelister', kind: 'discussion', createdAt: NOW })
    .run()
}

describe('giving an action item', () => {
  test('it is open, not shown yet, and begins its story', () => {
    const id = createActionItem(mette, task(viewerOf('Søren Bak')), NOW)
    expect(stored(id)).toMatchObject({
      state: 'open',
      visibility: 'internal',
      releasedAt: null,
      agreedOn: '2026-11-23',
      issuerId: mette.personId,
    })
    expect(
      database.select().from(actionItemSteps).where(eq(actionItemSteps.actionItemId, id)).all(),
    ).toMatchObject([{ step: 'created', dueAfter: '2026-12-04', partyAfter: viewerOf('Søren Bak').partyId }])
    const [event] = database.select().from(events).where(eq(events.subjectId, id)).all()
    expect(event).toMatchObject({ kind: 'action-item.created', forumId: nørrebro, actorId: mette.personId })
    expect(JSON.stringify(event?.data)).not.toContain('Lejerbo')
  })

  test('given to a housing organisation it is theirs, never internal', () => {
    expect(stored(createActionItem(mette, task(pia), NOW)).visibility).toBe('own')
    expect(stored(createActionItem(mette, task(pia, { visibility: 'forum' }), NOW)).visibility).toBe('forum')
  })

  test('agreed on the day of the meeting it comes from', () => {
    meetingWithItem()
    const source = { meetingId: 'our-meeting', agendaItemId: 'our-item' }
    const id = createActionItem(mette, task(pia, source), NOW)
    expect(stored(id)).toMatchObject({ ...source, decisionId: null, agreedOn: '2026-11-19' })
  })

  test.each([
    ['an agenda item of no meeting', { meetingId: 'our-meeting', agendaItemId: 'elsewhere' }],
    ['a decision of another agenda item', { meetingId: 'our-meeting', decisionId: 'elsewhere' }],
    ['a meeting that never was', { meetingId: 'elsewhere' }],
  ])('%s is no source', (_, source) => {
    meetingWithItem()
    const before = count()
    expect(() => createActionItem(mette, task(pia, source), NOW)).toThrow(NotFound)
    expect(count()).toBe(before)
  })

  test("another forum's meeting is no source", () => {
    meetingWithItem()
    const elsewhere = { forumId: forumId('bispebjerg'), meetingId: 'our-meeting' }
    expect(() => createActionItem(mette, task(pia, elsewhere), NOW)).toThrow(NotFound)
  })

  test('a forum, a party or a person that is not there is said at the field', () => {
    const refused = (more: Partial<NewActionItem>) => () => createActionItem(mette, task(pia, more), NOW)
    expect(refused({ forumId: 'nowhere' })).toThrow(new Refused('unknown', undefined, 'forumId'))
    expect(refused({ partyId: 'nobody' })).toThrow(new Refused('unknown', undefined, 'responsible'))
    expect(refused({ personId: mette.personId })).toThrow(new Refused('unknown', undefined, 'responsible'))
  })

  test('Erik Dam sits for AKB København, so he may be asked as AKB København', () => {
    const erik = viewerOf('Erik Dam')
    const partyId = erik.ownParties.find((party) => party !== erik.partyId)!
    expect(stored(createActionItem(mette, task(erik, { partyId }), NOW)).responsiblePartyId).toBe(partyId)
  })

  test.each(['Søren Bak', 'Karen Lund', 'Pia Storm', 'Ruth Vind'])('%s gives nobody anything', (name) => {
    const before = count()
    expect(() => createActionItem(viewerOf(name), task(pia), NOW)).toThrow(new Refused('notAllowed'))
    expect(count()).toBe(before)
  })

  test('a due date in the past asks, and takes yes', () => {
    const past = task(pia, { dueOn: '2026-11-01' })
    expect(() => createActionItem(mette, past, NOW)).toThrow(Question)
    expect(stored(createActionItem(mette, { ...past, confirm: ['dueInPast'] }, NOW)).dueOn).toBe('2026-11-01')
  })

  test("in the meeting log's transaction it goes when the transaction goes", () => {
    const before = count()
    const log = () =>
      write((tx) => {
        addActionItem(tx, mette, task(pia), NOW)
        throw new Error('the log failed afterwards')
      })
    expect(log).toThrow('the log failed afterwards')
    expect(count()).toBe(before)
  })
})

describe('correcting an action item', () => {
  test('title and visibility, and the event holds neither title', () => {
    const id = createActionItem(mette, task(viewerOf('Søren Bak')), NOW)
    changeActionItem(mette, { id, version: 1, title: 'Skriv til Lejerbo', visibility: 'forum' }, NOW)
    expect(stored(id)).toMatchObject({ title: 'Skriv til Lejerbo', visibility: 'forum', version: 2 })
    const event = database.select().from(events).where(eq(events.subjectId, id)).all().at(-1)
    expect(event).toMatchObject({ kind: 'action-item.changed', data: { visibilityAfter: 'forum' } })
    expect(JSON.stringify(event)).not.toContain('Lejerbo')
  })

  test('whoever comes second sees the other title and overwrites nothing', () => {
    const id = createActionItem(mette, task(viewerOf('Søren Bak')), NOW)
    changeActionItem(mette, { id, version: 1, title: 'Mettes titel', visibility: 'forum' }, NOW)
    const second = () =>
      changeActionItem(
        viewerOf('Jonas Friis'),
        { id, version: 1, title: 'Jonas’ titel', visibility: 'forum' },
        NOW,
      )
    const conflict = new Conflict('changed', { field: 'title', theirs: 'Mettes titel', theirVersion: 2 })
    expect(second).toThrow(expect.objectContaining({ code: 'changed', details: conflict.details }))
    expect(stored(id).title).toBe('Mettes titel')
  })

  test('an item of a housing organisation does not become internal', () => {
    const id = createActionItem(mette, task(pia), NOW)
    changeActionItem(mette, { id, version: 1, title: 'Skriv til Lejerbo', visibility: 'internal' }, NOW)
    expect(stored(id).visibility).toBe('own')
  })

  test('not by the one who has it, and not when it is over', () => {
    const søren = viewerOf('Søren Bak')
    const id = createActionItem(mette, task(søren), NOW)
    const change = (person: Viewer, version: number) => () =>
      changeActionItem(person, { id, version, title: 'Noget andet', visibility: 'forum' }, NOW)
    expect(change(søren, 1)).toThrow(new Refused('notAllowed'))
    cancelActionItem(mette, { id, version: 1, reason: 'Ikke længere nødvendig' }, NOW)
    expect(change(mette, 2)).toThrow(new Refused('actionItemIs_cancelled'))
  })
})

describe('releasing a single item before the minutes', () => {
  test('from then on the housing organisation can answer it', () => {
    const id = createActionItem(mette, task(pia), NOW)
    expect(() => releaseActionItem(pia, { id, version: 1 }, NOW)).toThrow(NotFound)
    releaseActionItem(mette, { id, version: 1 }, NOW)
    expect(stored(id)).toMatchObject({ releasedAt: NOW, version: 2 })
    expect(() => releaseActionItem(pia, { id, version: 2 }, NOW)).toThrow(new Refused('notAllowed'))
  })

  test('only once, and never an internal one', () => {
    const internal = createActionItem(mette, task(viewerOf('Søren Bak')), NOW)
    const release = (id: string, version: number) => () => releaseActionItem(mette, { id, version }, NOW)
    expect(release(internal, 1)).toThrow(new Refused('internalStaysInternal'))
    const own = createActionItem(mette, task(pia), NOW)
    release(own, 1)()
    expect(release(own, 2)).toThrow(new Refused('alreadyReleased'))
  })
})
