import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { events, meetings, minutes, minutesComments, outbox } from '@/db/schema'
import { writeEmail } from '@/features/letters/emails/write'
import { NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { demoDatabase, forumId, DEMO_NOW as now, personId, viewerOf } from '@/test/demo'
import { addAgendaItem } from '../agenda/commands/add'
import { markAllPresent } from '../attendance/commands'
import { changeLine } from './commands/change-line'
import { openCorrection } from './commands/correct'
import { logLine } from './commands/lines'
import { finishMeeting } from './commands/meeting'
import { setOutcome } from './commands/outcome'
import { approveMinutes, sendMinutes } from './commands/send'
import { answerComment, comment } from './comments/commands'
import { listComments } from './comments/queries'
import { compareEditions } from './compare'
import { readGaps } from './queries/gaps'
import { getMinutes } from './queries/read'
import { approveSilently } from './sending'

let database: Database
let meetingId: string
let forumItem: string
let internalItem: string
let line: string
const mette = () => viewerOf('Mette Holm')
const pia = () => viewerOf('Pia Storm')
const UNTIL = '2026-12-04'
const AFTER = new Date('2026-12-05T06:30:00Z')

const add = (title: string, visibility: 'forum' | 'internal') =>
  addAgendaItem(mette(), { meetingId, title, kind: 'discussion', visibility, proposerPartyId: null }, now)
const rows = () => database.select().from(minutes).where(eq(minutes.meetingId, meetingId)).all()
const stateOf = () => database.select().from(meetings).where(eq(meetings.id, meetingId)).get()!.state
const change = (text: string, version = 1) =>
  changeLine(mette(), { kind: 'note', meetingId, id: line, version, text }, now)

beforeEach(() => {
  database = demoDatabase()
  meetingId = database
    .select()
    .from(meetings)
    .where(and(eq(meetings.forumId, forumId('noerrebro')), eq(meetings.state, 'agenda_sent')))
    .get()!.id
  forumItem = add('Ventelister', 'forum')
  internalItem = add('Personale', 'internal')
  line = newId()
  logLine(
    mette(),
    { kind: 'note', meetingId, itemId: forumItem, id: line, text: 'Der er kort ventetid' },
    now,
  )
  finishMeeting(mette(), { meetingId }, now)
})

const settle = () => {
  markAllPresent(mette(), { meetingId }, now)
  for (const { id } of readGaps(database, meetingId).items)
    setOutcome(mette(), { meetingId, itemId: id, outcome: 'discussed' }, now)
}
const review = () => {
  settle()
  sendMinutes(mette(), { mode: 'review', meetingId, until: UNTIL, overruleReason: '' }, now)
}
const approve = () => {
  settle()
  sendMinutes(mette(), { mode: 'approve', meetingId, overruleReason: '' }, now)
}

describe('the check list', () => {
  test('is overruled with a reason, which the municipality reads and nobody else', () => {
    const send = (overruleReason: string) =>
      sendMinutes(mette(), { mode: 'approve', meetingId, overruleReason }, now)
    expect(() => send('')).toThrow(Refused)
    send('Fremmødelisten blev væk')
    expect(getMinutes(viewerOf('Søren Bak'), meetingId).overruleReason).toBe('Fremmødelisten blev væk')
    expect(JSON.stringify(getMinutes(pia(), meetingId))).not.toContain('blev væk')
    expect(JSON.stringify(database.select().from(events).all())).not.toContain('blev væk')
  })

  test('that was overruled for the review is not asked about again', () => {
    const sent = { mode: 'review' as const, meetingId, until: UNTIL, overruleReason: 'Listen blev væk' }
    sendMinutes(mette(), sent, now)
    approveMinutes(mette(), { meetingId }, now)
    expect(stateOf()).toBe('closed')
  })

  test('with nothing missing leaves no reason behind', () => {
    settle()
    sendMinutes(mette(), { mode: 'approve', meetingId, overruleReason: 'For en sikkerheds skyld' }, now)
    expect(rows()[0]?.overruleReason).toBeNull()
  })
})

describe('a remark', () => {
  const remark = (name: string, itemId = forumItem, at = now) =>
    comment(viewerOf(name), { meetingId, itemId, body: `Rettelse fra ${name}` }, at)
  const seen = (name: string) => listComments(viewerOf(name), rows()[0]!.id).map(({ author }) => author)

  test('is read by its party and the municipality, and answered once', () => {
    review()
    remark('Pia Storm')
    remark('Søren Bak')
    expect(seen('Mette Holm')).toEqual(['Pia Storm', 'Søren Bak'])
    expect(seen('Pia Storm')).toEqual(['Pia Storm'])
    for (const name of ['Åse Aagaard', 'Lars Nygaard', 'Ruth Vind']) expect(seen(name)).toEqual([])
    const { id } = listComments(mette(), rows()[0]!.id)[0]!
    const answer = () => answerComment(mette(), { id, followed: true, answer: 'Tak' }, now)
    answer()
    expect(listComments(pia(), rows()[0]!.id)[0]).toMatchObject({ followed: true, answer: 'Tak' })
    expect(answer).toThrow(new Refused('commentAnswered'))
    expect(() => answerComment(pia(), { id, followed: true, answer: '' }, now)).toThrow('notAllowed')
    const other = viewerOf('Åse Aagaard')
    expect(() => answerComment(other, { id, followed: true, answer: '' }, now)).toThrow(NotFound)
  })

  test('is made until the last day, at an item its author can read, by who sits there', () => {
    remarkBefore()
    review()
    remark('Pia Storm', forumItem, new Date('2026-12-04T20:00:00Z'))
    expect(() => remark('Pia Storm', forumItem, AFTER)).toThrow(new Refused('reviewOver'))
    expect(() => remark('Pia Storm', internalItem)).toThrow(NotFound)
    expect(() => remark('Erik Dam')).toThrow(NotFound)
    expect(() => remark('Ruth Vind')).toThrow(new Refused('notAllowed'))
    approveMinutes(mette(), { meetingId }, now)
    expect(() => remark('Pia Storm')).toThrow(new Refused('reviewOver'))
  })
  const remarkBefore = () => expect(() => remark('Pia Storm')).toThrow(NotFound)
})

describe('silence', () => {
  test('approves when the deadline has passed, and says so', () => {
    review()
    approveSilently(new Date('2026-12-04T06:30:00Z'))
    expect(stateOf()).toBe('held')
    approveSilently(AFTER)
    expect(stateOf()).toBe('closed')
    expect(getMinutes(pia(), meetingId)).toMatchObject({ state: 'approved', approvedSilently: true })
    const told = database
      .select()
      .from(events)
      .where(and(eq(events.kind, 'minutes.approved-silently'), eq(events.subjectId, rows()[0]!.id)))
      .all()
    expect(told).toMatchObject([{ actorKind: 'system', actorId: 'approveSilently' }])
    approveSilently(AFTER)
    expect(rows()).toHaveLength(1)
  })

  test('is none while a remark is unanswered', () => {
    review()
    comment(pia(), { meetingId, itemId: forumItem, body: 'Det var ikke det, vi sagde' }, now)
    approveSilently(AFTER)
    expect(stateOf()).toBe('held')
    const { id } = database.select().from(minutesComments).get()!
    answerComment(mette(), { id, followed: false, answer: 'Jo' }, now)
    approveSilently(AFTER)
    expect(stateOf()).toBe('closed')
  })

  test('approves no text that nobody was sent', () => {
    review()
    change('Der er lang ventetid')
    approveSilently(AFTER)
    expect(stateOf()).toBe('held')
  })
})

describe('a correction', () => {
  const correct = (reason = 'Et tal var forkert') => openCorrection(mette(), { meetingId, reason }, now)
  const read = (name: string, version?: number) => getMinutes(viewerOf(name), meetingId, version)

  test('is the next version with a reason; what was approved stands, byte for byte, and is what everybody reads meanwhile', () => {
    approve()
    const [first] = rows()
    correct()
    change('Der er lang ventetid')
    expect(JSON.stringify(read('Pia Storm').edition)).toContain('kort ventetid')
    expect(JSON.stringify(read('Søren Bak').edition)).toContain('kort ventetid')
    expect(JSON.stringify(read('Mette Holm').edition)).toContain('lang ventetid')
    sendMinutes(mette(), { mode: 'review', meetingId, until: UNTIL, overruleReason: '' }, now)
    expect(read('Pia Storm')).toMatchObject({ version: 1, state: 'approved' })
    expect(read('Pia Storm', 2)).toMatchObject({ state: 'in_review', correctionReason: 'Et tal var forkert' })
    approveMinutes(mette(), { meetingId }, now)
    expect(read('Pia Storm')).toMatchObject({ version: 2, state: 'approved' })
    expect(JSON.stringify(read('Pia Storm').edition)).toContain('lang ventetid')
    expect(rows()[0]).toEqual(first)
    expect(read('Pia Storm', 1).edition).toEqual(JSON.parse(first!.forumEdition!))
    expect(stateOf()).toBe('closed')
  })

  test('in review is what its mail is about', async () => {
    approve()
    correct()
    change('Der er lang ventetid')
    sendMinutes(mette(), { mode: 'review', meetingId, until: UNTIL, overruleReason: '' }, now)
    const mails = database
      .select()
      .from(outbox)
      .where(and(eq(outbox.kind, 'minutes'), eq(outbox.recipientId, personId('Pia Storm'))))
      .all()
    const subjects = await Promise.all(
      mails.map(async (mail) => (await writeEmail(mail, now)) as { subject: string }),
    )
    expect(subjects.map(({ subject }) => subject.split(':')[0])).toEqual([
      'Referat',
      'Referat til kommentering',
    ])
  })

  test('is for approved minutes and the coordinator alone', () => {
    expect(() => correct()).toThrow(new Refused('minutesNotApproved'))
    review()
    expect(() => correct()).toThrow(new Refused('minutesNotApproved'))
    approveMinutes(mette(), { meetingId }, now)
    for (const name of ['Søren Bak', 'Pia Storm'])
      expect(() => openCorrection(viewerOf(name), { meetingId, reason: 'Fejl' }, now)).toThrow('notAllowed')
    correct()
    expect(() => correct()).toThrow(new Refused('minutesNotApproved'))
  })

  test('that was never sent is read by nobody else, and a version that never was is not there', () => {
    approve()
    correct()
    for (const version of [0, 2, 3, -1, 1.5, Number.NaN])
      expect(() => read('Pia Storm', version), String(version)).toThrow(NotFound)
  })
})

describe('two versions compared', () => {
  test('show the words that came and went, and only what the reader may read', () => {
    approve()
    openCorrection(mette(), { meetingId, reason: 'Et tal' }, now)
    change('Der er lang ventetid')
    logLine(mette(), { kind: 'note', meetingId, itemId: internalItem, id: newId(), text: 'Kun til os' }, now)
    sendMinutes(mette(), { mode: 'approve', meetingId, overruleReason: '' }, now)
    const compared = (name: string) =>
      compareEditions(
        getMinutes(viewerOf(name), meetingId, 1).edition,
        getMinutes(viewerOf(name), meetingId, 2).edition,
      )
    const [item, ...others] = compared('Pia Storm')
    expect(others).toEqual([])
    expect(item?.lines[0]?.pieces.filter(({ change }) => change !== 'same')).toEqual([
      { text: 'kort', change: 'removed' },
      { text: 'lang', change: 'added' },
    ])
    expect(JSON.stringify(compared('Søren Bak'))).toContain('Kun til os')
  })
})
