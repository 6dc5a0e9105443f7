import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { agendaItems, events, meetings, notes } from '@/db/schema'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { nothingComesBack } from '@/test/carried'
import { demoDatabase, forumId, partyId, viewerOf } from '@/test/demo'
import { cancelMeeting, planMeeting } from '../../commands'
import { carriedTopics } from '../../topics/queries'
import type { AddItemInput, ChangeItemInput } from '../input'
import { listAgenda, listRemovedItems } from '../queries'
import { addAgendaItem, carryTopic } from './add'
import { changeAgendaItem } from './change'
import { moveAgendaItem } from './order'
import { removeAgendaItem, restoreAgendaItem } from './removal'
import { sendAgenda } from './send'

const NOW = new Date('2026-11-23T09:00:00Z')

let database: Database
let mette: Viewer
let pia: Viewer
let karen: Viewer
let meetingId: string

const plan = (heldOn: string) =>
  planMeeting(
    mette,
    {
      forumId: forumId('noerrebro'),
      heldOn,
      startsAt: '14:00',
      durationMinutes: 90,
      place: 'Kulturhuset',
      link: '',
      sagsnr: null,
      dokumentnr: null,
      proposalsUntil: null,
      confirm: [],
    },
    NOW,
  )

beforeEach(() => {
  database = demoDatabase()
  mette = viewerOf('Mette Holm')
  pia = viewerOf('Pia Storm')
  karen = viewerOf('Karen Lund')
  nothingComesBack(database)
  meetingId = plan('2028-03-02')
})

const add = (title: string, more: Partial<AddItemInput> = {}) =>
  addAgendaItem(mette, { meetingId, title, kind: 'discussion', visibility: 'forum', ...more }, NOW)
const titles = (viewer = mette) =>
  listAgenda(viewer, meetingId).map(({ number, title }) => `${number} ${title}`)
const stored = (id: string) => database.select().from(agendaItems).where(eq(agendaItems.id, id)).get()!
const lastEvent = () => database.select().from(events).all().at(-1)!
const setState = (state: 'held' | 'closed') =>
  database.update(meetings).set({ state }).where(eq(meetings.id, meetingId)).run()

describe('adding an item', () => {
  test('puts it before "Eventuelt", with a topic of its own', () => {
    const id = add('Tryg skolevej')
    expect(titles().slice(-2)).toEqual([
      expect.stringMatching(/ Tryg skolevej$/),
      expect.stringMatching(/ Eventuelt$/),
    ])
    expect(stored(id).topicId).not.toBe(stored(add('Ventelister')).topicId)
    expect(stored(id).sentAt).toBeNull()
  })

  test('keeps it internal when nothing is said', () => {
    const id = addAgendaItem(mette, { meetingId, title: 'Forberedelse', kind: 'discussion' }, NOW)
    expect(stored(id).visibility).toBe('internal')
    expect(titles().at(-1)).toBe('I1 Forberedelse')
  })

  test('what concerns one party needs a party that is not the municipality', () => {
    const refused = new Refused('ownNeedsProposer', undefined, 'proposerPartyId')
    expect(() => add('Husleje', { visibility: 'own' })).toThrow(refused)
    expect(() => add('Husleje', { visibility: 'own', proposerPartyId: partyId('BIF') })).toThrow(refused)
    add('Husleje', { visibility: 'own', proposerPartyId: partyId('fsb') })
    expect(titles().at(-1)).toBe('E1 Husleje')
  })

  test('a topic stands on an agenda once', () => {
    const { topicId } = stored(add('Tryg skolevej'))
    expect(() => add('Tryg skolevej', { topicId })).toThrow(new Refused('topicOnAgenda'))
    expect(() => add('Tryg skolevej', { topicId: 'nothing' })).toThrow(NotFound)
  })

  test('is possible while the meeting is logged, not once it is closed', () => {
    setState('held')
    add('Glemt punkt')
    setState('closed')
    expect(() => add('For sent')).toThrow(new Refused('meetingIs_closed'))
  })

  test('is the coordinators’ work, and is on the record without the words', () => {
    const wishes = { meetingId, title: 'Hemmeligt', kind: 'discussion' as const }
    expect(() => addAgendaItem(pia, wishes, NOW)).toThrow(NotFound)
    expect(() => addAgendaItem(karen, wishes, NOW)).toThrow(new Refused('notAllowed'))
    const id = addAgendaItem(mette, wishes, NOW)
    expect(lastEvent()).toMatchObject({ kind: 'agenda-item.added', subjectId: id })
    expect(JSON.stringify(lastEvent())).not.toContain('Hemmeligt')
  })
})

describe('a topic that was put off', () => {
  const putOff = () => {
    const before = plan('2028-01-13')
    const id = addAgendaItem(
      mette,
      { meetingId: before, title: 'Nøgler', kind: 'decision', minutes: 20 },
      NOW,
    )
    database.update(agendaItems).set({ outcome: 'deferred' }).where(eq(agendaItems.id, id)).run()
    return stored(id)
  }

  test('can be put on a later agenda as it stood, once', () => {
    const { topicId } = putOff()
    expect(
      carriedTopics(mette, { forumId: forumId('noerrebro'), heldOn: '2028-03-02' }).map(
        (topic) => topic.topicId,
      ),
    ).toContain(topicId)
    const id = carryTopic(mette, { meetingId, topicId }, NOW)
    expect(stored(id)).toMatchObject({
      topicId,
      title: 'Nøgler',
      kind: 'decision',
      minutes: 20,
      visibility: 'internal',
    })
    expect(() => carryTopic(mette, { meetingId, topicId }, NOW)).toThrow(NotFound)
  })

  test('comes back when the agenda it was carried to is cancelled', () => {
    const { topicId } = putOff()
    carryTopic(mette, { meetingId, topicId }, NOW)
    cancelMeeting(mette, { id: meetingId, reason: 'Sygdom' }, NOW)
    expect(
      carriedTopics(mette, { forumId: forumId('noerrebro'), heldOn: '2028-03-02' }).map(
        (topic) => topic.topicId,
      ),
    ).toContain(topicId)
  })

  test('is put on by the coordinators only', () => {
    const { topicId } = putOff()
    expect(() => carryTopic(karen, { meetingId, topicId }, NOW)).toThrow(new Refused('notAllowed'))
    expect(() => carryTopic(pia, { meetingId, topicId }, NOW)).toThrow(NotFound)
  })
})

describe('changing an item', () => {
  const change = (id: string, more: Partial<ChangeItemInput> = {}, person = mette) => {
    const { title, kind, presenter, minutes, description, visibility, proposerPartyId } = stored(id)
    const words = { title, kind, presenter, minutes, description, visibility, proposerPartyId }
    changeAgendaItem(person, { id, version: 1, ...words, ...more }, NOW)
  }

  test('two people: the second is shown what the first wrote, and nothing is lost', () => {
    const id = add('Tryg skolevej')
    change(id, { title: 'Tryg skolevej ved Stefansgade', presenter: 'BUF' })
    const second = () => change(id, { title: 'Sikker skolevej', presenter: 'TMF' })
    expect(second).toThrow(Conflict)
    try {
      second()
    } catch (error) {
      expect((error as Conflict).details).toEqual({
        field: 'title',
        theirs: 'Tryg skolevej ved Stefansgade',
        others: [{ field: 'presenter', theirs: 'BUF' }],
        theirVersion: 2,
      })
    }
    expect(stored(id).title).toBe('Tryg skolevej ved Stefansgade')
    change(id, { title: 'Sikker skolevej ved Stefansgade', version: 2 })
    expect(stored(id)).toMatchObject({
      title: 'Sikker skolevej ved Stefansgade',
      presenter: 'BUF',
      version: 3,
    })
  })

  test('shows to readers of a sent agenda at once', () => {
    const id = add('Tryg skolevej')
    sendAgenda(mette, { id: meetingId }, NOW)
    change(id, { title: 'Tryg skolevej ved Stefansgade' })
    expect(titles(pia)).toContainEqual(expect.stringContaining('ved Stefansgade'))
  })

  test('from internal to the forum waits for a supplement, and the other way is at once', () => {
    const id = add('Tryg skolevej', { visibility: 'internal' })
    sendAgenda(mette, { id: meetingId }, NOW)
    change(id, { visibility: 'forum' })
    expect(titles(pia).join()).not.toContain('skolevej')
    sendAgenda(mette, { id: meetingId }, NOW)
    expect(titles(pia).join()).toContain('skolevej')
    change(id, { visibility: 'internal', version: 2 })
    expect(titles(pia).join()).not.toContain('skolevej')
  })

  test('is the coordinators’ work, until the meeting is held', () => {
    const id = add('Tryg skolevej')
    sendAgenda(mette, { id: meetingId }, NOW)
    expect(() => change(id, { title: 'Andet' }, pia)).toThrow(new Refused('notAllowed'))
    expect(() => change(id, { title: 'Andet' }, viewerOf('Erik Dam'))).toThrow(NotFound)
    setState('held')
    expect(() => change(id, { title: 'Andet' })).toThrow(new Refused('meetingIs_held'))
  })
})

describe('moving an item', () => {
  test('up, down and to a place, never past "Eventuelt"', () => {
    const [a, b] = [add('Anton'), add('Berta')]
    const order = () =>
      titles()
        .map((title) => title.replace(/^\S+ /, ''))
        .filter((title) => /Anton|Berta|Eventuelt/.test(title))
    moveAgendaItem(mette, { id: b, to: 'up' }, NOW)
    expect(order()).toEqual(['Berta', 'Anton', 'Eventuelt'])
    moveAgendaItem(mette, { id: b, to: 'down' }, NOW)
    expect(() => moveAgendaItem(mette, { id: b, to: 'down' }, NOW)).toThrow(new Refused('itemIsLast'))
    expect(order()).toEqual(['Anton', 'Berta', 'Eventuelt'])
    moveAgendaItem(mette, { id: a, to: 1 }, NOW)
    expect(titles()[0]).toBe('1 Anton')
    expect(() => moveAgendaItem(mette, { id: a, to: 'up' }, NOW)).toThrow(new Refused('itemIsFirst'))
    expect(lastEvent().kind).toBe('agenda-item.moved')
  })

  test('is the coordinators’ work', () => {
    const id = add('Anton')
    expect(() => moveAgendaItem(karen, { id, to: 'up' }, NOW)).toThrow(new Refused('notAllowed'))
    expect(() => moveAgendaItem(pia, { id, to: 'up' }, NOW)).toThrow(NotFound)
    setState('held')
    expect(() => moveAgendaItem(mette, { id, to: 'up' }, NOW)).toThrow(new Refused('meetingIs_held'))
  })
})

describe('removing an item', () => {
  test('can be undone, and it comes back where it was', () => {
    const id = add('Anton')
    add('Berta')
    const before = titles()
    removeAgendaItem(mette, { id }, NOW)
    expect(titles().join()).not.toContain('Anton')
    expect(listRemovedItems(mette, meetingId)).toMatchObject([{ id, title: 'Anton' }])
    expect(listRemovedItems(karen, meetingId)).toEqual([])
    restoreAgendaItem(mette, { id }, NOW)
    expect(titles()).toEqual(before)
  })

  test('takes it from readers too; put back it is theirs again', () => {
    const id = add('Anton')
    sendAgenda(mette, { id: meetingId }, NOW)
    removeAgendaItem(mette, { id }, NOW)
    expect(titles(pia).join()).not.toContain('Anton')
    restoreAgendaItem(mette, { id }, NOW)
    expect(titles(pia).join()).toContain('Anton')
  })

  test('is refused once something was written about it', () => {
    const id = add('Anton')
    database
      .insert(notes)
      .values({
        id: 'n',
        meetingId,
        agendaItemId: id,
        body: 'Sagt',
        loggedAt: NOW,
        loggedById: mette.personId,
      })
      .run()
    expect(() => removeAgendaItem(mette, { id }, NOW)).toThrow(new Refused('itemIsLogged'))
  })

  test('is the coordinators’ work; a removed item is not found, one that stands cannot be put back', () => {
    const id = add('Anton')
    expect(() => removeAgendaItem(karen, { id }, NOW)).toThrow(new Refused('notAllowed'))
    expect(() => removeAgendaItem(pia, { id }, NOW)).toThrow(NotFound)
    expect(() => restoreAgendaItem(mette, { id }, NOW)).toThrow(NotFound)
    removeAgendaItem(mette, { id }, NOW)
    expect(() => removeAgendaItem(mette, { id }, NOW)).toThrow(NotFound)
    expect(() => restoreAgendaItem(karen, { id }, NOW)).toThrow(new Refused('notAllowed'))
  })
})
