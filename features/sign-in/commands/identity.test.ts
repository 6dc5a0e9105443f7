import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { findSession } from '@/auth/session-store'
import { hashToken, newToken } from '@/auth/tokens'
import type { Database } from '@/db/open'
import { events, identities, people, sessions, signInLinks } from '@/db/schema'
import { DEMO_NOW, demoDatabase, personId, viewerOf } from '@/test/demo'
import { findInvited, listLastSignIns } from '../queries'
import { signInByLink, signInToDemo } from './enter'
import { signInByIdentity } from './identity'
import { recordFailedTrip } from './refusal'

const MINUTE = 60_000
const later = (minutes: number) => new Date(DEMO_NOW.getTime() + minutes * MINUTE)
const ISSUER = 'https://login.example.dk/tenant/v2.0'
const identity = (subject: string, issuer = ISSUER) => ({ issuer, subject })

let database: Database
beforeEach(() => {
  database = demoDatabase()
})

function invite(name: string, minutes = 15): string {
  const token = newToken()
  database
    .insert(signInLinks)
    .values({
      id: newToken(),
      tokenHash: hashToken(token),
      personId: personId(name),
      createdAt: DEMO_NOW,
      expiresAt: later(minutes),
    })
    .run()
  return token
}

const linked = () =>
  database
    .select({ issuer: identities.issuer, subject: identities.subject, personId: identities.personId })
    .from(identities)
    .all()
const countSessions = () => database.select().from(sessions).all().length
const eventsOf = (kind: string) => database.select().from(events).where(eq(events.kind, kind)).all()
const deactivate = (name: string) =>
  database.update(people).set({ deactivatedAt: DEMO_NOW }).where(eq(people.name, name)).run()

/** Signed in, or the test fails. */
function enter(subject: string, invitation?: string, minutes = 1) {
  const outcome = signInByIdentity(identity(subject), invitation, later(minutes))
  if ('refused' in outcome) throw new Error(outcome.refused)
  return outcome
}

describe('the first time', () => {
  test('an invitation links the identity to its person, is used up, and signs in', () => {
    const token = invite('Karen Lund')
    const { session, preferences } = enter('karen', token)
    expect(findSession(session.token, later(2))?.personId).toBe(personId('Karen Lund'))
    expect(preferences).toEqual({ locale: 'da', theme: 'system' })
    expect(linked()).toEqual([{ ...identity('karen'), personId: personId('Karen Lund') }])
    expect(findInvited(token, later(1))).toBeUndefined()
    expect(database.select().from(sessions).get()).toMatchObject({ method: 'oidc' })
    expect(eventsOf('person.signed-in')).toMatchObject([{ data: { by: 'oidc' } }])
    const [event] = eventsOf('person.identity-linked')
    expect(event).toMatchObject({ actorId: personId('Karen Lund'), data: { replaced: false } })
    expect(JSON.stringify(event)).not.toContain('"karen"')
  })

  test('of two presses at once only one links', () => {
    const token = invite('Karen Lund')
    enter('karen', token)
    expect(signInByIdentity(identity('intruder'), token, later(1))).toEqual({ refused: 'linkUnusable' })
    expect(linked()).toHaveLength(1)
  })

  test.each([
    ['too old', () => invite('Karen Lund', 0)],
    ['unknown', () => newToken()],
    [
      'somebody deactivated’s',
      () => {
        const token = invite('Karen Lund')
        deactivate('Karen Lund')
        return token
      },
    ],
    ['a housing organisation’s', () => invite('Pia Storm')],
  ])('an invitation that is %s links nothing', (_, makeToken) => {
    const token = makeToken()
    expect(signInByIdentity(identity('karen'), token, later(1))).toEqual({ refused: 'linkUnusable' })
    expect([linked(), countSessions()]).toEqual([[], 0])
  })

  test('without an invitation it is refused, on record, and names nobody', () => {
    expect(signInByIdentity(identity('stranger'), undefined, later(1))).toEqual({ refused: 'noAccess' })
    expect([linked(), countSessions()]).toEqual([[], 0])
    const refused = eventsOf('sign-in.refused')
    expect(refused).toMatchObject([{ actorKind: 'system', subjectKind: 'sign-in', subjectId: 'noAccess' }])
    expect(JSON.stringify(refused)).not.toContain('stranger')
  })
})

describe('afterwards', () => {
  beforeEach(() => {
    enter('karen', invite('Karen Lund'))
  })

  test('the identity alone is enough', () => {
    expect(findSession(enter('karen').session.token, later(2))?.personId).toBe(personId('Karen Lund'))
  })

  test('the same subject of another issuer is a stranger', () => {
    const elsewhere = identity('karen', 'https://login.evil.example')
    expect(signInByIdentity(elsewhere, undefined, later(1))).toEqual({ refused: 'noAccess' })
  })

  test('it cannot be linked to somebody else too, and the invitation stays whole', () => {
    const token = invite('Mette Holm')
    expect(signInByIdentity(identity('karen'), token, later(1))).toEqual({ refused: 'identityTaken' })
    expect(linked()).toHaveLength(1)
    expect(findInvited(token, later(1))).toMatchObject({ name: 'Mette Holm' })
  })

  test('a new account takes the place of the old one', () => {
    enter('karen-2', invite('Karen Lund'))
    expect(linked()).toEqual([{ ...identity('karen-2'), personId: personId('Karen Lund') }])
    expect(signInByIdentity(identity('karen'), undefined, later(1))).toEqual({ refused: 'noAccess' })
    expect(eventsOf('person.identity-linked').at(-1)).toMatchObject({ data: { replaced: true } })
  })

  test.each([
    ['deactivated', { deactivatedAt: DEMO_NOW }],
    ['gone over to a housing organisation', { role: 'housing_organisation' as const }],
  ])('somebody %s is refused in the words for a stranger', (_, change) => {
    database.update(people).set(change).where(eq(people.name, 'Karen Lund')).run()
    expect(signInByIdentity(identity('karen'), undefined, later(1))).toEqual({ refused: 'noAccess' })
    expect(countSessions()).toBe(1)
  })

  test('who is refused again and again stands on record once a minute', () => {
    for (let knock = 0; knock < 20; knock++) signInByIdentity(identity('stranger'), undefined, later(1))
    signInByIdentity(identity('another'), undefined, later(1))
    signInByIdentity(identity('stranger'), undefined, later(3))
    for (let knock = 0; knock < 20; knock++) recordFailedTrip('untrusted', later(3))
    expect(eventsOf('sign-in.refused').map(({ subjectId }) => subjectId)).toEqual([
      'noAccess',
      'noAccess',
      'noAccess',
      'untrusted',
    ])
  })
})

describe('who signed in when', () => {
  test('is the last time of each person, with the way', () => {
    signInToDemo({ personId: personId('Pia Storm') }, later(1))
    enter('karen', invite('Karen Lund'), 2)
    signInByLink({ token: invite('Karen Lund') }, later(3))
    const listed = listLastSignIns(viewerOf('Mette Holm'))
    expect(listed.toSorted((a, b) => a.at.getTime() - b.at.getTime())).toEqual([
      { personId: personId('Pia Storm'), at: later(1), method: 'demo' },
      { personId: personId('Karen Lund'), at: later(3), method: 'link' },
    ])
  })

  test('is for coordinators only', () => {
    for (const name of ['Karen Lund', 'Pia Storm', 'Ruth Vind'])
      expect(() => listLastSignIns(viewerOf(name))).toThrow()
  })
})
