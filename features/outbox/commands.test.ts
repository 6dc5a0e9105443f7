import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { write } from '@/db/client'
import type { Database } from '@/db/open'
import { events, type MailState, meetings, outbox } from '@/db/schema'
import { readMail } from '@/features/letters/commands'
import { regretSending, resumeSending } from '@/features/meetings/recipients/commands'
import { countMail, isInGrace } from '@/features/meetings/recipients/queries'
import { NotFound } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, personId, viewerOf } from '@/test/demo'
import { sendAgain, withdrawMail } from './commands'
import { outboxInput } from './input'
import { post } from './post'
import { countMails, cursorOf, getMail, listMails, MAILS_ON_A_PAGE } from './queries'
import type { MailKind, Problem } from './rules'

const MINUTE = 60_000
const later = (minutes: number) => new Date(DEMO_NOW.getTime() + minutes * MINUTE)
const OTHERS = ['Søren Bak', 'Karen Lund', 'Pia Storm', 'Lars Nygaard', 'Ruth Vind']

let database: Database
let meetingId: string
beforeEach(() => {
  database = demoDatabase()
  meetingId = database.select().from(meetings).where(eq(meetings.state, 'agenda_sent')).get()?.id as string
})

const mette = () => viewerOf('Mette Holm')
const put = (kind: MailKind = 'agenda', to = 'Pia Storm', now = DEMO_NOW, payload = { meetingId }) =>
  write((tx) => post(tx, { kind, to: { personId: personId(to), locale: 'da' }, payload }, now))
const become = (id: string, state: MailState, problem: Problem | null = null) =>
  database
    .update(outbox)
    .set({ state, problem, attempts: 3, settledAt: later(20) })
    .where(eq(outbox.id, id))
    .run()
const row = (id: string) => database.select().from(outbox).where(eq(outbox.id, id)).get()
const eventsOf = (id: string) =>
  database
    .select()
    .from(events)
    .where(eq(events.subjectId, id))
    .all()
    .map(({ kind }) => kind)

describe('the outbox', () => {
  test('is the coordinators’ alone; to everybody else it is not there', async () => {
    const id = put()
    for (const name of OTHERS) {
      const viewer = viewerOf(name)
      expect(() => listMails(viewer, {})).toThrow(NotFound)
      expect(() => countMails(viewer)).toThrow(NotFound)
      expect(() => getMail(viewer, id)).toThrow(NotFound)
      expect(() => withdrawMail(viewer, { id }, DEMO_NOW)).toThrow('notAllowed')
      expect(() => sendAgain(viewer, { id, confirm: [] }, DEMO_NOW)).toThrow('notAllowed')
      await expect(readMail(viewer, { id }, DEMO_NOW)).rejects.toThrow('notAllowed')
    }
    expect(row(id)).toMatchObject({ state: 'waiting' })
    expect(eventsOf(id)).toEqual([])
  })

  test('lists the newest first, page by page, each mail once', () => {
    // Many at the same moment, as a sending makes them.
    const ids = Array.from({ length: MAILS_ON_A_PAGE * 2 + 5 }, (_, n) =>
      put('agenda', 'Pia Storm', later(Math.floor(n / 40))),
    )
    const seen: string[] = []
    for (let before: string | undefined; ; ) {
      const page = listMails(mette(), { before })
      const shown = page.slice(0, MAILS_ON_A_PAGE)
      seen.push(...shown.map(({ id }) => id))
      const last = shown.at(-1)
      if (page.length <= MAILS_ON_A_PAGE || !last) break
      before = outboxInput.parse({ before: cursorOf(last) }).before
      expect(before).toBeDefined()
    }
    expect(seen).toHaveLength(ids.length)
    expect(new Set(seen)).toEqual(new Set(ids))
  })

  test('is narrowed by state, kind and meeting, and counted by state', () => {
    const failed = put()
    become(failed, 'failed', 'recipientRefused')
    const invitation = put('invitation')
    const elsewhere = put('agenda', 'Pia Storm', DEMO_NOW, { meetingId: 'other' })
    const ids = (filter: object) => listMails(mette(), outboxInput.parse(filter)).map(({ id }) => id)
    expect(ids({ state: 'failed' })).toEqual([failed])
    expect(ids({ kind: 'invitation' })).toEqual([invitation])
    expect(ids({ meeting: meetingId }).sort()).toEqual([failed, invitation].sort())
    expect(ids({ state: 'nonsense', kind: ['a'], before: "' or 1" }).sort()).toEqual(
      [failed, invitation, elsewhere].sort(),
    )
    expect(countMails(mette())).toEqual({ failed: 1, waiting: 2 })
  })
})

describe('stopping one', () => {
  test('that waits: it does not go, and it is on record', () => {
    const id = put()
    withdrawMail(mette(), { id }, later(5))
    expect(row(id)).toMatchObject({ state: 'withdrawn', problem: 'regretted', settledAt: later(5) })
    expect(eventsOf(id)).toEqual(['mail.withdrawn'])
  })

  test.each(['sending', 'sent', 'failed', 'uncertain', 'withdrawn'] as const)(
    'that is %s is too late',
    (state) => {
      const id = put()
      become(id, state)
      expect(() => withdrawMail(mette(), { id }, later(5))).toThrow('mailNotWaiting')
      expect(row(id)?.state).toBe(state)
    },
  )
})

describe('sending again', () => {
  test.each([
    ['failed', 'recipientRefused', 'mailFailedBefore'],
    ['uncertain', 'noAnswer', 'mailMayArriveTwice'],
    ['withdrawn', 'regretted', 'mailWasStopped'],
  ] as const)('what is %s asks first, then begins anew', (state, problem, doubt) => {
    const id = put()
    become(id, state, problem)
    expect(() => sendAgain(mette(), { id, confirm: [] }, later(5000))).toThrow(doubt)
    expect(row(id)?.state).toBe(state)
    sendAgain(mette(), { id, confirm: [doubt] }, later(5000))
    expect(row(id)).toMatchObject({
      state: 'waiting',
      problem: null,
      attempts: 0,
      createdAt: later(5000),
      notBefore: later(5000),
      settledAt: null,
    })
    expect(eventsOf(id)).toEqual(['mail.sent-again'])
  })

  test.each([
    ['sent', null],
    ['waiting', 'deferred'],
    ['sending', null],
    ['withdrawn', 'unreadable'],
  ] as const)('what is %s (%s) is refused, confirmed or not', (state, problem) => {
    const id = put()
    become(id, state, problem)
    const confirm = ['mailFailedBefore', 'mailMayArriveTwice', 'mailWasStopped']
    expect(() => sendAgain(mette(), { id, confirm }, later(5))).toThrow('mailNotSettled')
  })
})

describe('reading one before it leaves', () => {
  test('shows what its reader would get, and is on record', async () => {
    const id = put()
    expect(await readMail(mette(), { id }, DEMO_NOW)).toMatchObject({ to: 'pia.storm@demo.invalid' })
    expect(eventsOf(id)).toEqual(['mail.read'])
    expect(row(id)?.state).toBe('waiting')
  })

  test('is refused for one to sign in by, and makes no secrets', async () => {
    const id = put('sign_in')
    await expect(readMail(mette(), { id }, DEMO_NOW)).rejects.toThrow('mailToSignIn')
    expect(eventsOf(id)).toEqual([])
  })

  test('says when there is nothing to read any more', async () => {
    const id = put()
    database.update(meetings).set({ state: 'cancelled' }).run()
    expect(await readMail(mette(), { id }, DEMO_NOW)).toEqual({ withdrawn: 'overtaken' })
  })
})

describe('taking back a sending', () => {
  const sending = () => ({ meetingId, document: 'agenda' as const })

  test('stops what waits, leaves what went, and changes nothing else', () => {
    const [went, waits, minutes] = [put(), put('agenda', 'Søren Bak'), put('minutes')]
    become(went, 'sent')
    const before = database.select().from(meetings).all()
    expect(regretSending(mette(), sending(), later(5))).toBe(1)
    expect([went, waits, minutes].map((id) => row(id)?.state)).toEqual(['sent', 'withdrawn', 'waiting'])
    expect(database.select().from(meetings).all()).toEqual(before)
    expect(eventsOf(meetingId)).toContain('mail.regretted')
    expect(() => regretSending(mette(), sending(), later(6))).toThrow('noMailWaits')
  })

  test('can itself be taken back, with ten minutes anew', () => {
    const id = put()
    const unreadable = put('agenda', 'Søren Bak')
    become(unreadable, 'withdrawn', 'unreadable')
    regretSending(mette(), sending(), later(5))
    expect(resumeSending(mette(), sending(), later(30))).toBe(1)
    expect(row(id)).toMatchObject({ state: 'waiting', problem: null, notBefore: later(40) })
    expect(row(unreadable)?.state).toBe('withdrawn')
    expect(() => resumeSending(mette(), sending(), later(31))).toThrow('noMailStopped')
  })

  test('is for the team: nobody else who reads the meeting may', () => {
    const id = put()
    for (const name of ['Søren Bak', 'Karen Lund', 'Pia Storm', 'Ruth Vind'])
      expect(() => regretSending(viewerOf(name), sending(), later(5))).toThrow('notAllowed')
    expect(row(id)?.state).toBe('waiting')
  })

  test('the page says until when, and does not once the first attempt was made', () => {
    const id = put()
    const waiting = countMail(mette(), meetingId, 'agenda')
    expect(waiting).toEqual([
      { sending: 'agenda', state: 'waiting', count: 1, leavesAt: later(10), regretted: 0 },
    ])
    expect(isInGrace(waiting, later(9))).toBe(true)
    expect(isInGrace(waiting, later(10))).toBe(false)
    become(id, 'waiting', 'deferred')
    expect(countMail(mette(), meetingId, 'agenda')).toMatchObject([{ leavesAt: null }])
    expect(countMail(viewerOf('Pia Storm'), meetingId, 'agenda')).toEqual([])
  })
})
