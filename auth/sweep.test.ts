import { beforeEach, expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { rateLimits, sessions, signedLinks, signInLinks, signInRequests } from '@/db/schema'
import { DEMO_NOW, demoDatabase, personId } from '@/test/demo'
import { createSession, IDLE_HOURS } from './session-store'
import { sweepEnded } from './sweep'

const DAY = 24 * 3_600_000
const later = (ms: number) => new Date(DEMO_NOW.getTime() + ms)

beforeEach(() => {
  demoDatabase()
})

test('what no longer opens anything is removed, and one-time keys a month after they ended', () => {
  const person = personId('Pia Storm')
  const times = { createdAt: DEMO_NOW, expiresAt: DEMO_NOW }
  const key = { personId: person, ...times }
  write((tx) => createSession(tx, person, 'mail', DEMO_NOW))
  db()
    .insert(signInLinks)
    .values({ id: 'a', tokenHash: 'a', ...key })
    .run()
  db()
    .insert(signInRequests)
    .values({ id: 'a', browserHash: 'a', ...key })
    .run()
  db()
    .insert(signedLinks)
    .values({ id: 'a', tokenHash: 'a', purpose: 'p', subjectId: 's', ...key })
    .run()
  db().insert(rateLimits).values({ key: 'a', points: 1, expire: DEMO_NOW.getTime() }).run()
  const left = () =>
    [sessions, signInLinks, signInRequests, signedLinks, rateLimits].map(
      (table) => db().select().from(table).all().length,
    )

  sweepEnded(later(60_000))
  expect(left()).toEqual([1, 1, 1, 1, 0])
  sweepEnded(later(IDLE_HOURS * 3_600_000))
  expect(left()).toEqual([0, 1, 1, 1, 0])
  sweepEnded(later(30 * DAY))
  expect(left()).toEqual([0, 1, 1, 1, 0])
  sweepEnded(later(30 * DAY + 1))
  expect(left()).toEqual([0, 0, 0, 0, 0])
})
