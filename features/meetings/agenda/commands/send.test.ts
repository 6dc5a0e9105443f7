import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { agendaItems, events, meetings, outbox, people, recipients, seats } from '@/db/schema'
import { NotFound, Refused } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { nothingComesBack } from '@/test/carried'
import { demoDatabase, forumId, partyId, personId, viewerOf } from '@/test/demo'
import { announceMeeting, cancelMeeting, planMeeting } from '../../commands'
import { getMeeting } from '../../queries'
import { getRehearsal, listRecipients } from '../../recipients/queries'
import type { AddItemInput } from '../input'
import { listAgenda } from '../queries'
import { addAgendaItem } from './add'
import { sendAgenda } from './send'

const NOW = new Date('2026-11-23T09:00:00Z')
const LATER = new Date('2026-11-24T09:00:00Z')
const DAY = '2028-03-02'

let database: Database
let mette: Viewer
let pia: Viewer
let id: string

beforeEach(() => {
  database = demoDatabase()
  mette = viewerOf('Mette Holm')
  pia = viewerOf('Pia Storm')
  nothingComesBack(database)
  id = planMeeting(
    mette,
    {
      forumId: forumId('noerrebro'),
      heldOn: DAY,
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
})

const add = (title: string, more: Partial<AddItemInput> = {}) =>
  addAgendaItem(mette, { meetingId: id, title, kind: 'discussion', visibility: 'forum', ...more }, NOW)
const send = (now = NOW) => sendAgenda(mette, { id }, now)
const receivers = () => database.select().from(recipients).where(eq(recipients.meetingId, id)).all()
const mail = () =>
  database
    .select()
    .from(outbox)
    .all()
    .filter(({ kind, payload }) => kind === 'agenda' && payload.meetingId === id)
const seen = (viewer: Viewer) => listAgenda(viewer, id).map(({ title }) => title)

describe('before it is sent', () => {
  test('nobody outside knows of the meeting; who sits there for a department reads the draft', () => {
    expect(() => getMeeting(pia, id)).toThrow(NotFound)
    expect(listAgenda(pia, id)).toEqual([])
    expect(seen(viewerOf('Søren Bak'))).toContain('Eventuelt')
  })

  test('the rehearsal says who would get what, and to the coordinator alone', () => {
    add('Husleje', { visibility: 'own', proposerPartyId: partyId('fsb') })
    add('Forberedelse', { visibility: 'internal' })
    const rehearsal = getRehearsal(mette, id, NOW)
    const of = (name: string) => rehearsal.find((person) => person.name === name)
    const shared = seen(mette).length - 2
    expect(of('Pia Storm')).toMatchObject({ edition: 'forum', items: { forum: shared, own: 1, internal: 0 } })
    expect(of('Lars Nygaard')).toMatchObject({
      edition: 'forum',
      items: { forum: shared, own: 0, internal: 0 },
    })
    expect(of('Søren Bak')).toMatchObject({
      edition: 'internal',
      items: { forum: shared, own: 1, internal: 1 },
    })
    for (const name of ['Karen Lund', 'Pia Storm', 'Ruth Vind']) {
      expect(() => getRehearsal(viewerOf(name), id, NOW)).toThrow(NotFound)
    }
  })
})

describe('sending', () => {
  test('gives everybody with a seat that day one edition and one mail, deputies too', () => {
    const seated = database
      .select({ personId: seats.personId })
      .from(seats)
      .innerJoin(people, eq(people.id, seats.personId))
      .where(eq(seats.forumId, forumId('noerrebro')))
      .all()
    const rehearsed = getRehearsal(mette, id, NOW)
    expect(send()).toBe(rehearsed.length)
    const got = receivers().map((row) => row.personId)
    expect(new Set(got).size).toBe(got.length)
    expect(seated.map((seat) => seat.personId)).toEqual(expect.arrayContaining(got))
    expect(
      mail()
        .map((row) => row.recipientId)
        .sort(),
    ).toEqual(got.sort())
    expect(mail().every((row) => JSON.stringify(row.payload) === JSON.stringify({ meetingId: id }))).toBe(
      true,
    )
    const edition = (name: string) => receivers().find((row) => row.personId === personId(name))?.edition
    expect([edition('Pia Storm'), edition('Lars Nygaard'), edition('Søren Bak')]).toEqual([
      'forum',
      'forum',
      'internal',
    ])
  })

  test('leaves out whose seat ends before the day, and who was deactivated', () => {
    const end = (name: string) =>
      database
        .update(seats)
        .set({ validTo: '2028-03-01' })
        .where(and(eq(seats.personId, personId(name)), eq(seats.forumId, forumId('noerrebro'))))
        .run()
    end('Lars Nygaard')
    database.update(people).set({ deactivatedAt: NOW }).where(eq(people.name, 'Søren Bak')).run()
    send()
    const got = receivers().map((row) => row.personId)
    expect(got).not.toContain(personId('Lars Nygaard'))
    expect(got).not.toContain(personId('Søren Bak'))
    expect(got).toContain(personId('Pia Storm'))
  })

  test('opens the agenda to outsiders, each to what is meant for them', () => {
    add('Tryg skolevej')
    add('Husleje', { visibility: 'own', proposerPartyId: partyId('fsb') })
    add('Forberedelse', { visibility: 'internal' })
    send()
    expect(seen(pia)).toEqual(expect.arrayContaining(['Tryg skolevej', 'Husleje']))
    expect(seen(pia)).not.toContain('Forberedelse')
    expect(seen(viewerOf('Lars Nygaard'))).not.toContain('Husleje')
    expect(
      listAgenda(pia, id)
        .filter(({ own }) => own)
        .map(({ title }) => title),
    ).toEqual(['Husleje'])
    expect(getMeeting(pia, id)).toMatchObject({ state: 'agenda_sent', announcedAt: NOW, agendaSentAt: NOW })
  })

  test('keeps the day the date was announced', () => {
    announceMeeting(mette, { id }, NOW)
    send(LATER)
    expect(getMeeting(mette, id)).toMatchObject({ announcedAt: NOW, agendaSentAt: LATER })
  })

  test('is one event, which names the items and the readers', () => {
    send()
    const written = database.select().from(events).where(eq(events.subjectId, id)).all().at(-1)
    expect(written).toMatchObject({ kind: 'meeting.agenda-sent', actorId: mette.personId })
    expect(written?.data.recipients).toHaveLength(receivers().length)
    expect(written?.data.items).toHaveLength(seen(mette).length)
  })

  test('is listed for the municipality and the auditor, not for outsiders', () => {
    send()
    expect(listRecipients(mette, id, 'agenda')).toHaveLength(receivers().length)
    expect(listRecipients(viewerOf('Ruth Vind'), id, 'agenda')).toHaveLength(receivers().length)
    expect(listRecipients(pia, id, 'agenda')).toEqual([])
  })

  test('needs something for the forum to read', () => {
    database.update(agendaItems).set({ visibility: 'internal' }).where(eq(agendaItems.meetingId, id)).run()
    expect(() => send()).toThrow(new Refused('agendaEmpty'))
    expect(receivers()).toEqual([])
  })

  test('is the coordinators’ work, until the meeting is held or cancelled', () => {
    expect(() => sendAgenda(viewerOf('Karen Lund'), { id }, NOW)).toThrow(new Refused('notAllowed'))
    expect(() => sendAgenda(pia, { id }, NOW)).toThrow(NotFound)
    database.update(meetings).set({ state: 'held' }).where(eq(meetings.id, id)).run()
    expect(() => send()).toThrow(new Refused('meetingIs_held'))
    database.update(meetings).set({ state: 'planned' }).where(eq(meetings.id, id)).run()
    cancelMeeting(mette, { id, reason: 'Sygdom' }, NOW)
    expect(() => send()).toThrow(new Refused('meetingIs_cancelled'))
  })
})

describe('sending again', () => {
  test('without anything new is refused, so that pressing twice sends once', () => {
    send()
    const first = receivers().length
    expect(() => send()).toThrow(new Refused('nothingNewToSend'))
    expect(receivers()).toHaveLength(first)
    expect(mail()).toHaveLength(first)
  })

  test('is a supplement: what was added is shown from then on, and the first day stands', () => {
    send()
    const first = receivers().length
    const added = add('Vinteraktiviteter')
    expect(seen(pia)).not.toContain('Vinteraktiviteter')
    expect(send(LATER)).toBe(first)
    expect(seen(pia)).toContain('Vinteraktiviteter')
    const items = database.select().from(agendaItems).where(eq(agendaItems.meetingId, id)).all()
    expect(
      items.filter(({ sentAt }) => sentAt?.getTime() === LATER.getTime()).map((item) => item.id),
    ).toEqual([added])
    expect(getMeeting(pia, id).agendaSentAt).toEqual(NOW)
    expect(receivers()).toHaveLength(2 * first)
  })

  test('goes to those for whom there is something new', () => {
    send()
    const before = receivers().length
    add('Forberedelse', { visibility: 'internal' })
    send(LATER)
    expect(
      receivers()
        .slice(before)
        .every(({ edition }) => edition === 'internal'),
    ).toBe(true)
    const then = receivers().length
    add('Husleje', { visibility: 'own', proposerPartyId: partyId('fsb') })
    send(LATER)
    const outside = receivers()
      .slice(then)
      .filter(({ edition }) => edition === 'forum')
    expect(outside.length).toBeGreaterThan(0)
    expect(outside.every((row) => row.partyId === partyId('fsb'))).toBe(true)
  })
})
