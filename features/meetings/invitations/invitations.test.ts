import { and, eq } from 'drizzle-orm'
import ICAL from 'ical.js'
import { beforeEach, describe, expect, test } from 'vitest'
import { write } from '@/db/client'
import type { Database } from '@/db/open'
import { attendances, events, invitations, meetings, outbox, seats } from '@/db/schema'
import { writeEmail } from '@/features/letters/emails/write'
import { post } from '@/features/outbox/post'
import type { MailKind } from '@/features/outbox/rules'
import { answerBySignedLink } from '@/features/signed-links/commands/act'
import { issueSignedLink } from '@/features/signed-links/commands/issue'
import { offeredDeed } from '@/features/signed-links/queries'
import type { PlainDate } from '@/lib/dates'
import { NotFound, Refused } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { nothingComesBack } from '@/test/carried'
import { DEMO_NOW, demoDatabase, forumId, personId, viewerOf } from '@/test/demo'
import { sendAgenda } from '../agenda/commands/send'
import { listAgenda } from '../agenda/queries'
import { announceMeeting, cancelMeeting, changeMeeting, planMeeting } from '../commands'
import { startMeeting } from '../minutes/commands/meeting'
import { getMeeting } from '../queries'
import { listWhoIsTold } from '../recipients/queries'
import { answerInvitation, noteAnswer } from './commands/answer'
import { getOwnAnswer, listCoverage } from './queries'
import { coverageOf } from './rules'
import { remindSilent } from './sending'

let database: Database
let mette: Viewer
let pia: Viewer
let id: string

const place = {
  startsAt: '14:00',
  durationMinutes: 90,
  place: 'Kulturhuset',
  link: '',
  sagsnr: null,
  dokumentnr: null,
  proposalsUntil: null,
}
const YES = ['meetingInQuietWeek', 'meetingOnClosedDay', 'meetingSameDay']
const plan = (heldOn: PlainDate) =>
  planMeeting(mette, { forumId: forumId('noerrebro'), heldOn, ...place, confirm: YES }, DEMO_NOW)

beforeEach(() => {
  database = demoDatabase()
  mette = viewerOf('Mette Holm')
  pia = viewerOf('Pia Storm')
  nothingComesBack(database)
  id = plan('2026-12-03')
})

const rows = () => database.select().from(invitations).where(eq(invitations.meetingId, id)).all()
const mails = (kind: MailKind) =>
  database
    .select()
    .from(outbox)
    .where(eq(outbox.kind, kind))
    .all()
    .filter(({ payload }) => payload.meetingId === id)
const mailTo = (kind: MailKind, name: string) =>
  mails(kind).find(({ recipientId }) => recipientId === personId(name))!
/** As the job leaves it. */
const settle = (state: 'sent' | 'failed' | 'withdrawn', name?: string) =>
  database
    .update(outbox)
    .set({ state })
    .where(and(eq(outbox.state, 'waiting'), name ? eq(outbox.recipientId, personId(name)) : undefined))
    .run()
const move = (heldOn: PlainDate, more: Partial<typeof place> = {}) => {
  const { version } = getMeeting(mette, id)
  changeMeeting(mette, { id, version, heldOn, ...place, ...more, confirm: YES }, DEMO_NOW)
}
async function entry(kind: MailKind, name: string) {
  const message = await writeEmail(mailTo(kind, name), DEMO_NOW)
  if ('withdrawn' in message || !message.calendar) throw new Error('no calendar')
  const { method, content } = message.calendar
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(content)).getFirstSubcomponent('vevent')!)
  return { method, event, message }
}

describe('save the date', () => {
  test('everybody who sits there is asked once, by a mail that waits ten minutes and holds the meeting', async () => {
    announceMeeting(mette, { id }, DEMO_NOW)
    const live = database
      .select()
      .from(seats)
      .where(eq(seats.forumId, forumId('noerrebro')))
      .all()
    expect(rows().length).toBeGreaterThan(5)
    expect(rows().every(({ personId }) => live.some((seat) => seat.personId === personId))).toBe(true)
    expect(mails('save_the_date')).toHaveLength(rows().length)
    expect(mailTo('save_the_date', 'Pia Storm').notBefore).toEqual(new Date(DEMO_NOW.getTime() + 600_000))
    const { method, event, message } = await entry('save_the_date', 'Pia Storm')
    expect(method).toBe('REQUEST')
    expect(event.uid).toContain(id)
    expect(event.attendees.map((attendee) => attendee.getFirstValue())).toEqual([
      'MAILTO:pia.storm@demo.invalid',
    ])
    expect(event.organizer).toBe('mailto:mette.holm@demo.invalid')
    expect(message.text).not.toContain('Siden sidst')
  })

  test('sent the agenda afterwards, nobody is asked twice, and the agenda stands in the mail', async () => {
    announceMeeting(mette, { id }, DEMO_NOW)
    const before = rows().length
    sendAgenda(mette, { id }, DEMO_NOW)
    expect(rows()).toHaveLength(before)
    const { message, event } = await entry('agenda', 'Pia Storm')
    expect(message.text).toContain('2. Siden sidst')
    expect(event.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    await expect(writeEmail(mailTo('save_the_date', 'Pia Storm'), DEMO_NOW)).resolves.toEqual({
      withdrawn: 'overtaken',
    })
  })

  test('of an internal item the mail says only that there is one more', async () => {
    const [first] = listAgenda(mette, id)
    database.$client
      .prepare("UPDATE agenda_items SET visibility = 'internal', title = 'Fortrolig sag' WHERE id = ?")
      .run(first!.id)
    sendAgenda(mette, { id }, DEMO_NOW)
    const [staff, fsb] = await Promise.all(
      ['Søren Bak', 'Pia Storm'].map(async (name) => (await entry('agenda', name)).message.text),
    )
    expect(staff).toContain('Desuden 1 punkt')
    expect(fsb).not.toContain('Desuden')
    for (const text of [staff, fsb]) expect(text).not.toContain('Fortrolig sag')
  })
})

describe('an answer', () => {
  beforeEach(() => {
    sendAgenda(mette, { id }, DEMO_NOW)
  })
  const own = (viewer = pia) => getOwnAnswer(viewer, getMeeting(viewer, id))

  test('is the last one given, and is on record without a name', () => {
    answerInvitation(pia, { meetingId: id, answer: 'coming' }, DEMO_NOW)
    answerInvitation(pia, { meetingId: id, answer: 'deputy', deputyName: 'Bo Dahl' }, DEMO_NOW)
    expect(own()).toMatchObject({ answer: 'deputy', deputyName: 'Bo Dahl' })
    answerInvitation(pia, { meetingId: id, answer: 'nobody' }, DEMO_NOW)
    expect(own()).toEqual({ answer: 'nobody', deputyName: null, itemIds: null })
    const told = database
      .select()
      .from(events)
      .where(and(eq(events.kind, 'invitation.answered'), eq(events.subjectId, id)))
      .all()
    expect(told).toHaveLength(3)
    expect(JSON.stringify(told)).not.toContain('Bo Dahl')
  })

  test('to some items names only those its giver can see', () => {
    const [first, second] = listAgenda(pia, id)
    answerInvitation(pia, { meetingId: id, answer: 'partly', itemIds: [second!.id] }, DEMO_NOW)
    expect(own()?.itemIds).toEqual([second!.id])
    database.$client.prepare("UPDATE agenda_items SET visibility = 'internal' WHERE id = ?").run(first!.id)
    expect(() =>
      answerInvitation(pia, { meetingId: id, answer: 'partly', itemIds: [first!.id] }, DEMO_NOW),
    ).toThrow(new Refused('unknown', undefined, 'itemIds'))
  })

  test('is given by who sits there and nobody else, and not to what is over', () => {
    const say = (name: string) =>
      answerInvitation(viewerOf(name), { meetingId: id, answer: 'coming' }, DEMO_NOW)
    expect(() => say('Erik Dam')).toThrow(NotFound)
    expect(() => say('Ruth Vind')).toThrow(new Refused('notAllowed'))
    expect(() => say('Karen Lund')).toThrow(new Refused('notAllowed'))
    cancelMeeting(mette, { id, reason: 'Sygdom' }, DEMO_NOW)
    expect(() => say('Pia Storm')).toThrow(new Refused('answerTo_cancelled'))
    expect(own()).toBeNull()
  })

  test('counts no more when the meeting is moved to another hour; a new place changes nothing', () => {
    answerInvitation(pia, { meetingId: id, answer: 'coming' }, DEMO_NOW)
    move('2026-12-03', { place: 'Sal 2' })
    expect(own()?.answer).toBe('coming')
    move('2026-12-10')
    expect(own()?.answer).toBeNull()
  })

  test('fills in who stays away and who sends somebody when the log is opened, and no more', () => {
    answerInvitation(pia, { meetingId: id, answer: 'deputy', deputyName: 'Bo Dahl' }, DEMO_NOW)
    answerInvitation(viewerOf('Søren Bak'), { meetingId: id, answer: 'nobody' }, DEMO_NOW)
    answerInvitation(viewerOf('Line Krogh'), { meetingId: id, answer: 'coming' }, DEMO_NOW)
    startMeeting(mette, { meetingId: id }, DEMO_NOW)
    const attendance = (name: string) =>
      database
        .select()
        .from(attendances)
        .where(and(eq(attendances.meetingId, id), eq(attendances.personId, personId(name))))
        .get()
    expect(attendance('Pia Storm')).toMatchObject({ status: 'deputy', deputyName: 'Bo Dahl' })
    expect(attendance('Søren Bak')?.status).toBe('apology')
    expect(attendance('Line Krogh')?.status ?? null).toBeNull()
  })

  test('from the mail needs no sign-in, does nothing by looking, and can be given anew until the meeting begins', () => {
    const expiresAt = new Date('2026-12-03T13:00:00Z')
    const link = { purpose: 'meeting.answer', subjectId: id, personId: pia.personId, expiresAt } as const
    const token = issueSignedLink(link, DEMO_NOW)
    const before = database.$client.serialize()
    for (let look = 0; look < 5; look++)
      expect(offeredDeed(token, DEMO_NOW)).toMatchObject({ purpose: 'meeting.answer', person: 'Pia Storm' })
    expect(database.$client.serialize().equals(before)).toBe(true)
    answerBySignedLink({ token, answer: 'coming' }, DEMO_NOW)
    answerBySignedLink({ token, answer: 'nobody' }, DEMO_NOW)
    expect(own()?.answer).toBe('nobody')
    expect(() => answerBySignedLink({ token, answer: 'coming' }, expiresAt)).toThrow('signedLinkUnusable')
  })

  test('link shows no title that is not the whole forum’s', () => {
    const [first] = listAgenda(mette, id)
    database.$client
      .prepare("UPDATE agenda_items SET visibility = 'internal', title = 'Fortrolig sag' WHERE id = ?")
      .run(first!.id)
    const link = {
      purpose: 'meeting.answer',
      subjectId: id,
      expiresAt: new Date('2026-12-03T13:00:00Z'),
    } as const
    const token = issueSignedLink({ ...link, personId: personId('Søren Bak') }, DEMO_NOW)
    expect(JSON.stringify(offeredDeed(token, DEMO_NOW))).not.toContain('Fortrolig sag')
  })
})

describe('a calendar that was told', () => {
  test('hears of a move with the next number, once; of two moves only the last is sent', async () => {
    sendAgenda(mette, { id }, DEMO_NOW)
    settle('sent')
    move('2026-12-10')
    move('2026-12-17')
    const moved = mails('meeting_moved').filter(({ recipientId }) => recipientId === pia.personId)
    expect(moved).toHaveLength(2)
    const written = await Promise.all(moved.map((mail) => writeEmail(mail, DEMO_NOW)))
    expect(written.filter((message) => 'withdrawn' in message)).toHaveLength(1)
    const message = written.find((one) => 'calendar' in one)
    expect(message).toMatchObject({ calendar: { content: expect.stringContaining('SEQUENCE:2') } })
  })

  test('is told once that the meeting is cancelled; who never got a mail hears nothing', async () => {
    sendAgenda(mette, { id }, DEMO_NOW)
    settle('failed', 'Søren Bak')
    settle('sent')
    cancelMeeting(mette, { id, reason: 'Sal ikke ledig' }, DEMO_NOW)
    expect(mails('meeting_cancelled').map(({ recipientId }) => recipientId)).not.toContain(
      personId('Søren Bak'),
    )
    const { method, event, message } = await entry('meeting_cancelled', 'Pia Storm')
    expect([method, event.sequence]).toEqual(['CANCEL', 1])
    expect(message.text).not.toContain('Sal ikke')
    expect(() => cancelMeeting(mette, { id, reason: 'Igen' }, DEMO_NOW)).toThrow(Refused)
    expect(mails('meeting_cancelled').filter(({ recipientId }) => recipientId === pia.personId)).toHaveLength(
      1,
    )
  })

  test('cancelled while the mails wait, nobody is told of a meeting at all', async () => {
    sendAgenda(mette, { id }, DEMO_NOW)
    cancelMeeting(mette, { id, reason: 'Sygdom' }, DEMO_NOW)
    expect(mails('meeting_cancelled')).toEqual([])
    for (const mail of mails('agenda'))
      expect(await writeEmail(mail, DEMO_NOW)).toEqual({ withdrawn: 'overtaken' })
  })
})

describe('the silent', () => {
  beforeEach(() => {
    sendAgenda(mette, { id }, DEMO_NOW)
    answerInvitation(pia, { meetingId: id, answer: 'coming' }, DEMO_NOW)
  })

  test('are reminded three working days before, once, and who answered is not', async () => {
    remindSilent(new Date('2026-11-27T08:00:00Z'))
    expect(mails('answer_reminder')).toEqual([])
    remindSilent(new Date('2026-11-30T08:00:00Z'))
    const reminded = mails('answer_reminder')
    expect(reminded).toHaveLength(rows().length - 1)
    expect(reminded.map(({ recipientId }) => recipientId)).not.toContain(pia.personId)
    remindSilent(new Date('2026-12-01T08:00:00Z'))
    expect(mails('answer_reminder')).toHaveLength(reminded.length)
    answerInvitation(viewerOf('Søren Bak'), { meetingId: id, answer: 'coming' }, DEMO_NOW)
    expect(await writeEmail(mailTo('answer_reminder', 'Søren Bak'), DEMO_NOW)).toEqual({
      withdrawn: 'overtaken',
    })
  })

  test('of a meeting without a sent agenda are left in peace', () => {
    database.update(meetings).set({ state: 'announced' }).where(eq(meetings.id, id)).run()
    remindSilent(new Date('2026-11-30T08:00:00Z'))
    expect(mails('answer_reminder')).toEqual([])
  })
})

describe('coverage', () => {
  test('one who comes is enough; only when all have said no does nobody come', () => {
    expect(coverageOf([null, 'coming'])).toBe('coming')
    expect(coverageOf(['nobody', 'deputy'])).toBe('coming')
    expect(coverageOf(['nobody', null])).toBe('silent')
    expect(coverageOf(['nobody', 'nobody'])).toBe('nobody')
  })

  test('is the municipality’s own', () => {
    sendAgenda(mette, { id }, DEMO_NOW)
    answerInvitation(pia, { meetingId: id, answer: 'nobody' }, DEMO_NOW)
    const parties = listCoverage(viewerOf('Søren Bak'), getMeeting(mette, id))
    expect(parties.find(({ party }) => party === 'fsb')).toMatchObject({ coverage: 'nobody' })
    expect(parties.find(({ party }) => party === 'BIF')).toMatchObject({ coverage: 'silent' })
    for (const name of ['Pia Storm', 'Lars Nygaard'])
      expect(listCoverage(viewerOf(name), getMeeting(mette, id))).toEqual([])
  })
})

test('a mail about a move that was taken back before it left told nobody', () => {
  write((tx) => post(tx, { kind: 'agenda', to: pia, payload: { meetingId: id } }, DEMO_NOW))
  settle('withdrawn')
  move('2026-12-10')
  expect(mails('meeting_moved')).toEqual([])
})

describe('an answer given by telephone', () => {
  const note = (person: Viewer, name = 'Pia Storm') =>
    noteAnswer(
      person,
      { meetingId: id, personId: personId(name), answer: 'nobody', deputyName: '' },
      DEMO_NOW,
    )

  test('is noted by a coordinator, counts as any other, and can be changed by who gave it', () => {
    announceMeeting(mette, { id }, DEMO_NOW)
    note(mette)
    expect(getOwnAnswer(pia, getMeeting(pia, id))).toMatchObject({ answer: 'nobody' })
    const told = database.select().from(events).where(eq(events.kind, 'invitation.noted')).all()
    expect(told.map(({ actorId, data }) => [actorId, data.person])).toEqual([[mette.personId, pia.personId]])
    answerInvitation(pia, { meetingId: id, answer: 'coming' }, DEMO_NOW)
    expect(getOwnAnswer(pia, getMeeting(pia, id))).toMatchObject({ answer: 'coming' })
  })

  test('is noted for who sits there, by nobody else, and not when the meeting is over', () => {
    announceMeeting(mette, { id }, DEMO_NOW)
    expect(() => note(pia)).toThrow(new Refused('notAllowed'))
    expect(() => note(viewerOf('Søren Bak'))).toThrow(new Refused('notAllowed'))
    expect(() => note(mette, 'Erik Dam')).toThrow(new Refused('unknown', undefined, 'personId'))
    cancelMeeting(mette, { id, reason: 'Sygdom' }, DEMO_NOW)
    expect(() => note(mette)).toThrow(new Refused('answerTo_cancelled'))
  })
})

describe('before a mail is sent the coordinator sees', () => {
  const told = (sending: 'save_the_date' | 'meeting_moved', person = mette) =>
    listWhoIsTold(person, getMeeting(person, id), sending).map(({ name }) => name)

  test('whom announcing tells, and then whom a move or a cancelling tells: who has got the mail', () => {
    expect(told('save_the_date')).toContain('Pia Storm')
    expect(told('meeting_moved')).toEqual([])
    announceMeeting(mette, { id }, DEMO_NOW)
    settle('withdrawn', 'Søren Bak')
    settle('sent')
    expect(told('meeting_moved')).toContain('Pia Storm')
    expect(told('meeting_moved')).not.toContain('Søren Bak')
    changeMeeting(
      mette,
      { id, heldOn: '2026-12-03', ...place, startsAt: '15:00', version: 1, confirm: YES },
      DEMO_NOW,
    )
    expect(mails('meeting_moved').length).toBe(told('meeting_moved').length)
  })

  test('and nobody else does', () => {
    announceMeeting(mette, { id }, DEMO_NOW)
    for (const person of [pia, viewerOf('Søren Bak'), viewerOf('Ruth Vind')])
      expect(told('save_the_date', person)).toEqual([])
  })
})
