import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { findSession, SESSION_HOURS } from '@/auth/session-store'
import { hashToken, newToken } from '@/auth/tokens'
import type { Database } from '@/db/open'
import { events, installation, people, sessions, signInLinks } from '@/db/schema'
import { DEMO_NOW, demoDatabase, personId } from '@/test/demo'
import { checkDemoSignIn, findInvited, listDemoPeople } from '../queries'
import { GUIDES, LINK_MINUTES } from '../rules'
import { signInByLink, signInToDemo } from './enter'

const MINUTE = 60_000
const later = (minutes: number) => new Date(DEMO_NOW.getTime() + minutes * MINUTE)

let database: Database
beforeEach(() => {
  database = demoDatabase()
})

const becomeReal = () =>
  database.update(installation).set({ value: 'real' }).where(eq(installation.key, 'kind')).run()
const deactivate = (name: string) =>
  database.update(people).set({ deactivatedAt: DEMO_NOW }).where(eq(people.name, name)).run()
const countSessions = () => database.select().from(sessions).all().length
const signInEvents = () => database.select().from(events).where(eq(events.kind, 'person.signed-in')).all()

describe("signing in as one of the demo's people", () => {
  test('makes a session whose token is nowhere in the database, and records it', () => {
    const { session, preferences } = signInToDemo({ personId: personId('Pia Storm') }, DEMO_NOW)
    expect(findSession(session.token, later(1))?.personId).toBe(personId('Pia Storm'))
    expect(preferences).toEqual({ locale: 'da', theme: 'system' })
    expect(database.select().from(sessions).get()?.tokenHash).toBe(hashToken(session.token))
    expect(JSON.stringify(database.select().from(sessions).all())).not.toContain(session.token)
    expect(signInEvents()).toMatchObject([{ actorId: personId('Pia Storm'), data: { by: 'demo' } }])
  })

  test('is refused where the database is no demo, whoever is asked for', () => {
    const id = personId('Mette Holm')
    becomeReal()
    expect(() => signInToDemo({ personId: id }, DEMO_NOW)).toThrow('notAllowed')
    expect(listDemoPeople()).toEqual([])
    expect(countSessions()).toBe(0)
    expect(signInEvents()).toEqual([])
  })

  test('is refused for somebody who is not in this demo, or no longer active', () => {
    const id = personId('Pia Storm')
    deactivate('Pia Storm')
    for (const stranger of [id, 'nobody', '']) {
      expect(() => signInToDemo({ personId: stranger }, DEMO_NOW)).toThrow('noSuchDemoPerson')
    }
    expect(listDemoPeople().map(({ name }) => name)).not.toContain('Pia Storm')
    expect(countSessions()).toBe(0)
  })

  test('sweeps the sessions that have ended', () => {
    const first = signInToDemo({ personId: personId('Pia Storm') }, DEMO_NOW)
    signInToDemo({ personId: personId('Mette Holm') }, later(SESSION_HOURS * 60))
    expect(countSessions()).toBe(1)
    expect(findSession(first.session.token, later(1))).toBeNull()
  })

  test('begins with six people, one for each kind of viewer', () => {
    const guides = listDemoPeople().filter(({ name }) => GUIDES.includes(name))
    expect(new Set(guides.map(({ role }) => role)).size).toBe(6)
  })
})

describe('a link', () => {
  const invite = (name: string) => {
    const token = newToken()
    database
      .insert(signInLinks)
      .values({
        id: newToken(),
        tokenHash: hashToken(token),
        personId: personId(name),
        createdAt: DEMO_NOW,
        expiresAt: later(LINK_MINUTES),
      })
      .run()
    return token
  }

  test('signs its person in, and is on record', () => {
    const token = invite('Søren Bak')
    const { session } = signInByLink({ token }, later(1))
    expect(findSession(session.token, later(2))?.personId).toBe(personId('Søren Bak'))
    expect(signInEvents()).toMatchObject([{ actorId: personId('Søren Bak'), data: { by: 'link' } }])
  })

  test('is not used up by being looked at', () => {
    const token = invite('Søren Bak')
    for (let look = 0; look < 5; look++)
      expect(findInvited(token, later(1))).toMatchObject({ name: 'Søren Bak' })
    expect(() => signInByLink({ token }, later(1))).not.toThrow()
  })

  test('works once, however many press at the same time', async () => {
    const token = invite('Søren Bak')
    const presses = await Promise.allSettled(
      Array.from({ length: 10 }, async () => signInByLink({ token }, later(1))),
    )
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(countSessions()).toBe(1)
    expect(findInvited(token, later(1))).toBeUndefined()
  })

  test.each([
    ['unknown', () => newToken(), 1],
    ['too old', () => invite('Søren Bak'), LINK_MINUTES],
    ['empty', () => '', 1],
  ])('that is %s is refused in the same words as one that was used', (_, makeToken, minutes) => {
    const token = makeToken()
    expect(findInvited(token, later(minutes))).toBeUndefined()
    expect(() => signInByLink({ token }, later(minutes))).toThrow('linkUnusable')
    expect(countSessions()).toBe(0)
  })

  test('that is tried again is put on record, one we never gave is not', () => {
    const token = invite('Søren Bak')
    for (let press = 0; press < 3; press++) {
      try {
        signInByLink({ token }, later(1))
      } catch {}
    }
    expect(() => signInByLink({ token: newToken() }, later(1))).toThrow('linkUnusable')
    const refused = database.select().from(events).where(eq(events.kind, 'sign-in.refused')).all()
    expect(refused).toMatchObject([{ subjectId: 'linkUnusable', data: { by: 'link' } }])
    expect(JSON.stringify(refused)).not.toContain(hashToken(token))
  })

  test('of somebody deactivated since opens nothing', () => {
    const token = invite('Søren Bak')
    deactivate('Søren Bak')
    expect(findInvited(token, later(1))).toBeUndefined()
    expect(() => signInByLink({ token }, later(1))).toThrow()
    expect(countSessions()).toBe(0)
  })

  test('works in a real installation as in a demo', () => {
    const token = invite('Søren Bak')
    becomeReal()
    expect(() => signInByLink({ token }, later(1))).not.toThrow()
  })
})

describe('the start', () => {
  test('is refused when the demo sign-in is forced upon a database that is no demo', () => {
    becomeReal()
    expect(() => checkDemoSignIn(true)).toThrow(/DEMO_SIGN_IN=1/)
    expect(() => checkDemoSignIn(false)).not.toThrow()
  })

  test('is fine with it in a demo', () => expect(() => checkDemoSignIn(true)).not.toThrow())
})
