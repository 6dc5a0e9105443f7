import { beforeEach, describe, expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { sessions } from '@/db/schema'
import { DEMO_NOW, demoDatabase, personId } from '@/test/demo'
import {
  createSession,
  findSession,
  IDLE_HOURS,
  isNoteDue,
  listSessions,
  noteSeen,
  revokeSessions,
  SESSION_HOURS,
} from './session-store'
import { sweepEnded } from './sweep'

const HOUR = 3_600_000
const hoursOn = (hours: number) => new Date(DEMO_NOW.getTime() + hours * HOUR)
const begin = (name = 'Pia Storm', now = DEMO_NOW) =>
  write((tx) => createSession(tx, personId(name), 'link', now)).token
const lives = (token: string, now: Date) => findSession(token, now) !== null
const count = () => db().select().from(sessions).all().length

beforeEach(() => {
  demoDatabase()
})

describe('a session', () => {
  test('ends two hours after the last request', () => {
    const token = begin()
    expect(lives(token, hoursOn(IDLE_HOURS - 0.01))).toBe(true)
    expect(lives(token, hoursOn(IDLE_HOURS))).toBe(false)
  })

  test('goes on as long as somebody is there, and ends after twelve hours all the same', () => {
    const token = begin()
    for (let hours = 1; hours < SESSION_HOURS; hours++) {
      expect(lives(token, hoursOn(hours))).toBe(true)
      noteSeen(token, hoursOn(hours))
    }
    expect(lives(token, hoursOn(SESSION_HOURS - 0.01))).toBe(true)
    expect(lives(token, hoursOn(SESSION_HOURS))).toBe(false)
  })

  test('that was idle too long is not woken by being noted', () => {
    const token = begin()
    expect(findSession(token, hoursOn(IDLE_HOURS))).toBeNull()
    expect(lives(token, hoursOn(IDLE_HOURS + 1))).toBe(false)
  })

  test('is noted once a minute, not at each request', () => {
    const session = findSession(begin(), DEMO_NOW)
    if (!session) throw new Error('no session')
    expect(isNoteDue(session, new Date(DEMO_NOW.getTime() + 59_000))).toBe(false)
    expect(isNoteDue(session, new Date(DEMO_NOW.getTime() + 60_000))).toBe(true)
  })

  test('is not prolonged by a clock that is set back', () => {
    const token = begin()
    noteSeen(token, hoursOn(1.5))
    for (const hours of [1, 0, -24]) expect(lives(token, hoursOn(hours))).toBe(false)
    noteSeen(token, hoursOn(1))
    expect(findSession(token, hoursOn(1.5))?.lastSeenAt).toEqual(hoursOn(1.5))
  })

  test('outlives the second by which a clock is corrected', () => {
    const token = begin()
    expect(lives(token, new Date(DEMO_NOW.getTime() - 1000))).toBe(true)
  })

  test('is swept when nothing can come of it any more', () => {
    begin('Pia Storm')
    const token = begin('Mette Holm')
    noteSeen(token, hoursOn(1))
    sweepEnded(hoursOn(IDLE_HOURS))
    expect([count(), lives(token, hoursOn(IDLE_HOURS))]).toEqual([1, true])
    sweepEnded(hoursOn(IDLE_HOURS + 1))
    expect(count()).toBe(0)
  })
})

describe('all of a person’s sessions', () => {
  test('are ended at once, and nobody else’s', () => {
    const tokens = [begin(), begin(), begin()]
    const other = begin('Mette Holm')
    expect(write((tx) => revokeSessions(tx, personId('Pia Storm')))).toBe(3)
    for (const token of tokens) expect(lives(token, DEMO_NOW)).toBe(false)
    expect(lives(other, DEMO_NOW)).toBe(true)
  })

  test('are counted by the way they came in', () => {
    begin('Pia Storm')
    write((tx) => createSession(tx, personId('Pia Storm'), 'oidc', hoursOn(1)))
    write((tx) => createSession(tx, personId('Pia Storm'), 'oidc', hoursOn(0.5)))
    expect(listSessions(db(), personId('Pia Storm'), hoursOn(1.5))).toEqual([
      { method: 'link', sessions: 1, since: DEMO_NOW, lastSeenAt: DEMO_NOW },
      { method: 'oidc', sessions: 2, since: hoursOn(0.5), lastSeenAt: hoursOn(1) },
    ])
    expect(listSessions(db(), personId('Pia Storm'), hoursOn(IDLE_HOURS))).toHaveLength(1)
  })
})
