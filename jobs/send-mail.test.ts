import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { write } from '@/db/client'
import type { Database } from '@/db/open'
import { events, forums, meetings, outbox, people, seats } from '@/db/schema'
import { listInvited } from '@/features/meetings/recipients/queries'
import { post } from '@/features/outbox/post'
import { hasDueMail } from '@/features/outbox/queries'
import { isTooOld, type MailKind } from '@/features/outbox/rules'
import { claimDueMail, settleMail } from '@/features/outbox/sending'
import { type MailServer, mailServer } from '@/lib/mail'
import { DEMO_NOW, demoDatabase, partyId, personId } from '@/test/demo'
import { startSmtpServer, type TestSmtpServer } from '@/test/smtp-server'
import { sendDueMail } from './send-mail'

const MINUTE = 60_000
const later = (minutes: number) => new Date(DEMO_NOW.getTime() + minutes * MINUTE)
const BEFORE = later(-1)

let database: Database
let smtp: TestSmtpServer
let server: MailServer
let meetingId: string

beforeEach(async () => {
  database = demoDatabase()
  smtp = await startSmtpServer()
  server = mailServer({ url: smtp.url, from: 'Én indgang <indgang@example.dk>' }, 300)
  meetingId = database
    .select({ id: meetings.id })
    .from(meetings)
    .innerJoin(forums, eq(forums.id, meetings.forumId))
    .where(eq(meetings.state, 'agenda_sent'))
    .all()
    .map(({ id }) => id)[0] as string
})
afterEach(() => smtp.close())

const seated = () => {
  const meeting = database.select().from(meetings).where(eq(meetings.id, meetingId)).get()
  if (!meeting) throw new Error('The demo has no meeting with its agenda sent.')
  const emails = new Map(
    database
      .select({ id: people.id, email: people.email })
      .from(people)
      .all()
      .map(({ id, email }) => [id, email]),
  )
  return listInvited(database, meeting).map(({ personId: id }) => ({ id, email: emails.get(id) }))
}
const put = (recipientId = seated()[0]?.id as string, kind: MailKind = 'agenda', payload = { meetingId }) =>
  write((tx) => post(tx, { kind, to: { personId: recipientId, locale: 'da' }, payload }, DEMO_NOW))
const run = (now: Date, since = BEFORE) => sendDueMail(now, { server, since })
const rows = () => database.select().from(outbox).all()
const row = () => rows()[0]
const mailEvents = () =>
  database
    .select()
    .from(events)
    .where(eq(events.subjectKind, 'mail'))
    .all()
    .map(({ kind, actorKind, actorId }) => [kind, actorKind, actorId])

describe('a mail that is due', () => {
  test('stays for its grace, then arrives once, and is settled with an event of the job', async () => {
    const id = put()
    await run(later(9))
    expect(smtp.received).toEqual([])
    await run(later(10))
    await run(later(11))
    expect(smtp.received).toHaveLength(1)
    expect(smtp.received[0]?.to).toBe(seated()[0]?.email)
    expect(smtp.received[0]?.mail.messageId).toBe(`<${id}@127.0.0.1>`)
    expect(smtp.received[0]?.mail.date).toEqual(DEMO_NOW)
    expect(row()).toMatchObject({ state: 'sent', attempts: 1, settledAt: later(10), problem: null })
    expect(mailEvents()).toEqual([['mail.sent', 'system', 'sendMail']])
  })

  test('is taken by one of two that reach for it at once', async () => {
    for (const { id } of seated().slice(0, 5)) put(id)
    await Promise.all([run(later(10)), run(later(10)), run(later(10))])
    expect(smtp.received.map(({ to }) => to).sort()).toEqual(
      seated()
        .slice(0, 5)
        .map(({ email }) => email)
        .sort(),
    )
  })

  test('waits where there is no mail server, and says so to the clock', async () => {
    put()
    await sendDueMail(later(10), { server: null, since: BEFORE })
    expect(row()).toMatchObject({ state: 'waiting', attempts: 0 })
    expect(hasDueMail(later(10))).toBe(false)
  })

  test('is not sent at all when it waited so long that it is no news', async () => {
    put()
    const now = later(72 * 60 + 1)
    await run(now)
    expect(smtp.received).toEqual([])
    expect(row()).toMatchObject({ state: 'failed', problem: 'tooOld' })
  })
})

describe('what the mail server does', () => {
  test.each([
    ['refuse', 'failed', 'recipientRefused', 'mail.failed'],
    ['refuseText', 'failed', 'textRefused', 'mail.failed'],
    ['dropAfter', 'uncertain', 'noAnswer', 'mail.uncertain'],
    ['late', 'uncertain', 'noAnswer', 'mail.uncertain'],
  ] as const)('%s: %s, and it is never sent again by itself', async (behaviour, state, problem, event) => {
    put()
    smtp.behave(behaviour)
    await run(later(10))
    expect(row()).toMatchObject({ state, problem, attempts: 1 })
    expect(mailEvents()).toEqual([[event, 'system', 'sendMail']])
    smtp.behave('accept')
    const arrived = smtp.received.length
    await run(later(24 * 60))
    expect(smtp.received).toHaveLength(arrived)
  })

  test.each(['defer', 'dropBefore'] as const)(
    '%s: it waits, and goes when the server is well again',
    async (behaviour) => {
      put()
      smtp.behave(behaviour)
      await run(later(10))
      expect(row()).toMatchObject({ state: 'waiting', attempts: 1, notBefore: later(11), settledAt: null })
      expect(mailEvents()).toEqual([])
      smtp.behave('accept')
      await run(later(10.5))
      expect(smtp.received).toEqual([])
      await run(later(11))
      expect(row()).toMatchObject({ state: 'sent', attempts: 2, problem: null })
      expect(smtp.received).toHaveLength(1)
    },
  )

  test('down for three days: tried ever more patiently, then given up, still saying why', async () => {
    put()
    await smtp.close()
    let runs = 0
    for (
      let now = later(10);
      row()?.state === 'waiting' && runs < 100;
      now = row()?.notBefore as Date, runs++
    )
      await run(now)
    expect(row()).toMatchObject({ state: 'failed', problem: 'unreachable', attempts: runs })
    expect(runs).toBe(22)
    expect(isTooOld({ createdAt: DEMO_NOW }, row()?.settledAt as Date)).toBe(false)
  })

  test('unreachable for one is unreachable for all: the others are not tried in vain', async () => {
    for (const { id } of seated().slice(0, 3)) put(id)
    await smtp.close()
    await run(later(10))
    expect(
      rows()
        .map(({ attempts }) => attempts)
        .sort(),
    ).toEqual([0, 0, 1])
  })

  test('refusing one does not keep the others', async () => {
    for (const { id } of seated().slice(0, 3)) put(id)
    smtp.behave('refuse', seated()[0]?.email)
    await run(later(10))
    expect(
      rows()
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['failed', 'sent', 'sent'])
  })
})

describe('a server that stopped while it sent', () => {
  test('leaves the mail in doubt, for a person to decide', async () => {
    put()
    claimDueMail(later(10))
    await run(later(11), later(10.5))
    expect(row()).toMatchObject({ state: 'uncertain', problem: 'interrupted', attempts: 1 })
    expect(mailEvents()).toEqual([['mail.uncertain', 'system', 'sendMail']])
    expect(smtp.received).toEqual([])
  })

  test('is told from one that is at it just now', async () => {
    put()
    claimDueMail(later(10))
    await run(later(11))
    expect(row()?.state).toBe('sending')
    await run(later(26))
    expect(row()?.state).toBe('uncertain')
  })

  test('and is believed when it comes back after all', () => {
    put()
    const mail = claimDueMail(later(10))
    if (!mail) throw new Error('nothing was due')
    database.update(outbox).set({ state: 'uncertain', problem: 'interrupted' }).run()
    settleMail(mail, { state: 'sent' }, later(12))
    expect(row()).toMatchObject({ state: 'sent', problem: null })
  })

  test('but not about a later attempt than its own', () => {
    put()
    const mail = claimDueMail(later(10))
    if (!mail) throw new Error('nothing was due')
    database.update(outbox).set({ attempts: 2 }).run()
    settleMail(mail, { state: 'sent' }, later(12))
    expect(row()?.state).toBe('sending')
  })
})

describe('rights are judged when the mail is written', () => {
  test.each([
    [
      'deactivated',
      () =>
        database
          .update(people)
          .set({ deactivatedAt: DEMO_NOW })
          .where(eq(people.id, seated()[0]?.id ?? ''))
          .run(),
    ],
    ['unreadable', () => put(personId('Pia Storm'), 'minutes', { meetingId: 'nowhere' })],
    ['overtaken', () => database.update(meetings).set({ state: 'cancelled' }).run()],
  ] as const)('%s: nothing is sent, and it is on record why', async (problem, happen) => {
    if (problem !== 'unreadable') put()
    happen()
    await run(later(10))
    expect(smtp.received).toEqual([])
    expect(row()).toMatchObject({ state: 'withdrawn', problem })
    expect(mailEvents()).toEqual([['mail.withdrawn', 'system', 'sendMail']])
  })

  test('who lost every seat of their party before the meeting gets nothing', async () => {
    const pia = personId('Pia Storm')
    put(pia)
    database
      .update(seats)
      .set({ validTo: '2026-01-01' })
      .where(eq(seats.partyId, partyId('fsb')))
      .run()
    await run(later(10))
    expect(row()).toMatchObject({ state: 'withdrawn', problem: 'unreadable' })
  })

  test('a request to sign in that is over is not answered', async () => {
    write((tx) =>
      post(
        tx,
        {
          kind: 'sign_in',
          to: { personId: personId('Pia Storm'), locale: 'da' },
          payload: { requestId: 'gone' },
        },
        DEMO_NOW,
      ),
    )
    await run(later(0))
    expect(row()).toMatchObject({ state: 'withdrawn', problem: 'expired' })
  })
})

test('a mail server that is down for a day: everything leaves once, in the order in which it was written', async () => {
  const people = seated().slice(0, 6)
  for (const { id } of people) put(id)
  await smtp.close()
  for (let minutes = 10; minutes <= 24 * 60; minutes += 5) await run(later(minutes))
  expect(rows().every(({ state }) => state === 'waiting')).toBe(true)
  smtp = await startSmtpServer()
  server = mailServer({ url: smtp.url, from: 'Én indgang <indgang@example.dk>' }, 300)
  for (let minutes = 24 * 60; minutes <= 25 * 60; minutes += 1) await run(later(minutes))
  expect(rows().every(({ state }) => state === 'sent')).toBe(true)
  expect(smtp.received.map(({ to }) => to)).toEqual(people.map(({ email }) => email))
})
