import { and, eq, isNull } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { createSession, findSession } from '@/auth/session-store'
import { loadViewer } from '@/auth/viewer'
import { db, write } from '@/db/client'
import type { Database } from '@/db/open'
import { actionItems, attendances, events, forums, outbox, people, seats, signedLinks } from '@/db/schema'
import { listActionItems } from '@/features/action-items/queries/list'
import { listMeetings } from '@/features/meetings/queries'
import { findInvited } from '@/features/sign-in/queries'
import { today } from '@/lib/dates'
import { Conflict, NotFound, Question } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { DEMO_NOW, demoDatabase, forumId, partyId, personId, viewerOf } from '@/test/demo'
import type { ChangePersonInput, MovePersonInput, NewPersonInput } from '../input'
import { getPerson } from '../queries/detail'
import { listPeople } from '../queries/list'
import { changePerson } from './change'
import { createPerson } from './create'
import { deactivatePerson, reactivatePerson } from './deactivate'
import { inviteByMail, issueInvitationToken, showSignInLink } from './invite'
import { movePerson } from './move'

const TODAY = today(DEMO_NOW)
const isUsableLink = (token: string, now: Date) => findInvited(token, now) !== undefined
const later = (minutes: number) => new Date(DEMO_NOW.getTime() + minutes * 60_000)
const mette = () => viewerOf('Mette Holm')
const jonas = () => viewerOf('Jonas Friis')

let database: Database
beforeEach(() => {
  database = demoDatabase()
})

const stored = (id: string) =>
  database.select().from(people).where(eq(people.id, id)).get() as typeof people.$inferSelect
const eventsOf = (id: string, kind: string) =>
  database
    .select()
    .from(events)
    .where(and(eq(events.subjectId, id), eq(events.kind, kind)))
    .all()
const heldBy = (id: string, day = TODAY) =>
  database
    .select()
    .from(seats)
    .where(eq(seats.personId, id))
    .all()
    .filter((seat) => seat.validFrom <= day && (seat.validTo === null || day <= seat.validTo))

const newPerson = (change: Partial<NewPersonInput> = {}): NewPersonInput => ({
  name: 'Anna Berg',
  title: 'Koordinator',
  email: 'anna.berg@example.dk',
  role: 'housing_organisation',
  locale: 'da',
  partyId: partyId('AAB'),
  ...change,
})

describe('somebody new', () => {
  test('belongs to a party in a role that fits it, and has never been here', () => {
    const id = createPerson(mette(), newPerson(), DEMO_NOW)
    expect(getPerson(mette(), id, TODAY)).toMatchObject({
      name: 'Anna Berg',
      party: { shortName: 'AAB' },
      state: 'never',
    })
    expect(eventsOf(id, 'person.created')).toMatchObject([
      { actorId: personId('Mette Holm'), data: { partyId: partyId('AAB'), role: 'housing_organisation' } },
    ])
  })

  test('is let in by the operator too, who is no viewer', () => {
    const id = createPerson({ job: 'cli' }, newPerson(), DEMO_NOW)
    expect(eventsOf(id, 'person.created')).toMatchObject([{ actorKind: 'system', actorId: 'cli' }])
  })

  test.each([
    ['a coordinator', 'coordinator', 'fsb'],
    ['a lead', 'department_lead', 'Nørrebro Lokaludvalg'],
    ['an organisation’s', 'housing_organisation', 'BIF'],
    ['a partner', 'partner', 'fsb'],
  ] as const)('as %s does not come from a party of another kind', (_, role, party) => {
    const input = newPerson({ role, partyId: partyId(party) })
    expect(() => createPerson(mette(), input, DEMO_NOW)).toThrow('roleDoesNotFit')
  })

  test('as an auditor may come from anywhere', () => {
    const input = newPerson({ role: 'auditor', partyId: partyId('ØKF') })
    expect(() => createPerson(mette(), input, DEMO_NOW)).not.toThrow()
  })

  test('with the address of somebody else is refused with that name, also of somebody deactivated', () => {
    const taken = newPerson({ email: stored(personId('Pia Storm')).email })
    database.update(people).set({ deactivatedAt: DEMO_NOW }).where(eq(people.name, 'Pia Storm')).run()
    try {
      createPerson(mette(), taken, DEMO_NOW)
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ code: 'mailTaken', field: 'email', values: { name: 'Pia Storm' } })
    }
  })

  test.each(['Karen Lund', 'Søren Bak', 'Pia Storm', 'Lars Nygaard', 'Ruth Vind'])(
    'is not let in by %s',
    (name) => {
      expect(() => createPerson(viewerOf(name), newPerson(), DEMO_NOW)).toThrow('notAllowed')
      expect(() => listPeople(viewerOf(name), {}, TODAY)).toThrow(NotFound)
      expect(() => getPerson(viewerOf(name), personId('Pia Storm'), TODAY)).toThrow(NotFound)
    },
  )
})

describe('an invitation', () => {
  const pia = () => ({ id: personId('Pia Storm') })

  test('by mail is a letter that names nothing; its link is made when it is written, and works a week', () => {
    inviteByMail(mette(), pia(), DEMO_NOW)
    const [letter] = database.select().from(outbox).where(eq(outbox.kind, 'invitation')).all()
    expect(letter).toMatchObject({ recipientId: pia().id, locale: 'da', payload: {}, state: 'waiting' })
    const token = issueInvitationToken(pia().id, DEMO_NOW)
    expect(isUsableLink(token, later(7 * 24 * 60 - 1))).toBe(true)
    expect(isUsableLink(token, later(7 * 24 * 60))).toBe(false)
    expect(JSON.stringify(database.select().from(events).all())).not.toContain(token)
  })

  test('shown on the screen works a quarter of an hour', () => {
    const token = showSignInLink(mette(), pia(), DEMO_NOW)
    expect(isUsableLink(token, later(14))).toBe(true)
    expect(isUsableLink(token, later(15))).toBe(false)
    expect(eventsOf(pia().id, 'person.invited')).toHaveLength(1)
  })

  test('given anew, the earlier one opens nothing', () => {
    const first = issueInvitationToken(pia().id, DEMO_NOW)
    const second = showSignInLink(mette(), pia(), later(1))
    expect(isUsableLink(first, later(2))).toBe(false)
    expect(isUsableLink(second, later(2))).toBe(true)
  })

  test('is not for somebody deactivated, nor for nobody, nor given by others than coordinators', () => {
    expect(() => showSignInLink(mette(), { id: 'nobody' }, DEMO_NOW)).toThrow(NotFound)
    expect(() => showSignInLink(viewerOf('Karen Lund'), pia(), DEMO_NOW)).toThrow('notAllowed')
    expect(() => inviteByMail(viewerOf('Pia Storm'), pia(), DEMO_NOW)).toThrow('notAllowed')
    database.update(people).set({ deactivatedAt: DEMO_NOW }).where(eq(people.name, 'Pia Storm')).run()
    expect(() => showSignInLink(mette(), pia(), DEMO_NOW)).toThrow('personIsDeactivated')
    expect(() => inviteByMail(mette(), pia(), DEMO_NOW)).toThrow('personIsDeactivated')
    expect(() => issueInvitationToken(pia().id, DEMO_NOW)).toThrow('personIsDeactivated')
  })
})

describe('changing a person', () => {
  const change = (name: string, words: Partial<ChangePersonInput>, actor = mette()) => {
    const { id, title, email, role, locale, version } = stored(personId(name))
    changePerson(actor, { id, name, title, email, role, locale, version, ...words }, DEMO_NOW)
    return id
  }

  test('keeps what was typed, and the record says what changed without the words', () => {
    const id = change('Pia Storm', { name: 'Pia Storm Holst', title: 'Leder' })
    expect(stored(id)).toMatchObject({ name: 'Pia Storm Holst', title: 'Leder', version: 2 })
    expect(eventsOf(id, 'person.changed')[0]?.data.changed).toEqual(['name', 'title'])
    expect(JSON.stringify(eventsOf(id, 'person.changed'))).not.toContain('Holst')
  })

  test('two at once: the second sees the first one’s words', () => {
    change('Pia Storm', { title: 'Leder' })
    try {
      change('Pia Storm', { title: 'Chef', version: 1 }, jonas())
      expect.unreachable()
    } catch (error) {
      expect((error as Conflict).details).toMatchObject({ field: 'title', theirs: 'Leder', theirVersion: 2 })
    }
  })

  test('to another address makes what was sent to the old one useless', () => {
    const token = issueInvitationToken(personId('Pia Storm'), DEMO_NOW)
    change('Pia Storm', { email: 'pia@example.dk' })
    expect(isUsableLink(token, later(1))).toBe(false)
  })

  test('to a role of another kind of party is a move, not a change', () => {
    expect(() => change('Søren Bak', { role: 'housing_organisation' })).toThrow('roleDoesNotFit')
    change('Søren Bak', { role: 'department_lead' })
    expect(viewerOf('Søren Bak').role).toBe('department_lead')
  })

  test('a coordinator who becomes something else hands the forums to the deputy', () => {
    const { deputyConvenerId } =
      database.select().from(forums).where(eq(forums.slug, 'noerrebro')).get() ?? {}
    change('Mette Holm', { role: 'department_staff' }, jonas())
    const forum = database.select().from(forums).where(eq(forums.slug, 'noerrebro')).get()
    expect(forum).toMatchObject({ convenerId: deputyConvenerId, deputyConvenerId: null })
    expect(() => change('Jonas Friis', { role: 'department_staff' }, jonas())).toThrow('notYourself')
  })

  test('somebody who is not there, or deactivated, is not changed', () => {
    database.update(people).set({ deactivatedAt: DEMO_NOW }).where(eq(people.name, 'Pia Storm')).run()
    expect(() => change('Pia Storm', { title: 'Leder' })).toThrow('personIsDeactivated')
    const nobody = { ...newPerson(), id: 'nobody', version: 1 }
    expect(() => changePerson(mette(), nobody, DEMO_NOW)).toThrow(NotFound)
  })
})

describe('somebody deactivated', () => {
  const deactivate = (name: string, { actor = mette(), confirm = ['leavesSomething'] } = {}) => {
    const { id, version } = stored(personId(name))
    deactivatePerson(actor, { id, version, confirm }, DEMO_NOW)
    return id
  }

  test('is asked about when they hold anything, and not when they hold nothing', () => {
    expect(() => deactivate('Pia Storm', { confirm: [] })).toThrow(Question)
    expect(stored(personId('Pia Storm')).deactivatedAt).toBeNull()
    expect(() => deactivate('Ruth Vind', { confirm: [] })).not.toThrow()
  })

  test('is out at the next request, and every door they had is shut', () => {
    const id = personId('Pia Storm')
    const { token } = write((tx) => createSession(tx, id, 'link', DEMO_NOW))
    const invitation = issueInvitationToken(id, DEMO_NOW)
    database
      .insert(signedLinks)
      .values({
        id: 'l',
        tokenHash: 'h',
        personId: id,
        purpose: 'rsvp',
        subjectId: 'm',
        createdAt: DEMO_NOW,
        expiresAt: later(60),
      })
      .run()
    expect(findSession(token, later(1))).not.toBeNull()
    deactivate('Pia Storm')
    reactivatePerson(mette(), { id, version: 2 }, DEMO_NOW)
    expect(findSession(token, later(1))).toBeNull()
    expect(isUsableLink(invitation, later(1))).toBe(false)
    const usable = database.select().from(signedLinks).where(isNull(signedLinks.revokedAt)).all()
    expect(usable).toEqual([])
  })

  test('sits nowhere from tomorrow, and never takes a seat that was still to come', () => {
    const id = personId('Pia Storm')
    const coming = {
      id: 'coming',
      forumId: forumId('valby-vigerslev'),
      partyId: partyId('fsb'),
      personId: id,
      validFrom: '2026-12-01',
    }
    database.insert(seats).values(coming).run()
    expect(heldBy(id).length).toBeGreaterThan(0)
    deactivate('Pia Storm')
    expect(heldBy(id, '2026-11-24')).toEqual([])
    expect(heldBy(id, '2026-12-01')).toEqual([])
  })

  test('leaves open action items with the party, for the coordinator to give to others', () => {
    const before = listActionItems(mette(), { scope: 'all' }, TODAY).map(({ id }) => id)
    const id = deactivate('Søren Bak')
    const { left } = getPerson(mette(), id, TODAY)
    expect(left.items.length).toBeGreaterThan(0)
    expect(listActionItems(mette(), { scope: 'all' }, TODAY).map((item) => item.id)).toEqual(before)
    expect(eventsOf(id, 'person.deactivated')[0]?.data.itemsLeft).toEqual(left.items.map((item) => item.id))
  })

  test('who convened a forum is followed by the deputy', () => {
    const forum = () => database.select().from(forums).where(eq(forums.slug, 'noerrebro')).get()
    const deputy = forum()?.deputyConvenerId
    const id = deactivate('Mette Holm', { actor: jonas() })
    expect(forum()).toMatchObject({ convenerId: deputy, deputyConvenerId: null })
    const still = database.select().from(forums).where(eq(forums.deputyConvenerId, id)).all()
    expect(still).toEqual([])
  })

  test('is never oneself, and never the last coordinator, even when two press at the same time', () => {
    expect(() => deactivate('Mette Holm')).toThrow('notYourself')
    deactivate('Amina Yusuf')
    const [one, other] = [mette(), jonas()]
    deactivate('Jonas Friis', { actor: one })
    expect(() => deactivate('Mette Holm', { actor: other })).toThrow('lastCoordinator')
  })

  test('is not deactivated twice, and comes back with nothing but the door', () => {
    const id = deactivate('Pia Storm')
    expect(() => deactivate('Pia Storm')).toThrow('personIsDeactivated')
    expect(() => viewerOf('Pia Storm')).toThrow()
    expect(() => reactivatePerson(mette(), { id, version: 1 }, DEMO_NOW)).toThrow(Conflict)
    reactivatePerson(mette(), { id, version: 2 }, DEMO_NOW)
    expect(viewerOf('Pia Storm').name).toBe('Pia Storm')
    expect(heldBy(id, '2026-11-24')).toEqual([])
    expect(() => reactivatePerson(mette(), { id, version: 3 }, DEMO_NOW)).toThrow('personIsActive')
  })

  test('by somebody who saw an older version is refused', () => {
    const { id } = stored(personId('Pia Storm'))
    database.update(people).set({ version: 2 }).where(eq(people.id, id)).run()
    const input = { id, version: 1, confirm: ['leavesSomething'] }
    expect(() => deactivatePerson(mette(), input, DEMO_NOW)).toThrow(Conflict)
  })
})

describe('a move in the middle of a term', () => {
  const move = (name: string, party: string, words: Partial<MovePersonInput> = {}) => {
    const { id, version, title, email, role } = stored(personId(name))
    const input = { id, version, title, email, role, partyId: partyId(party), movedOn: TODAY, confirm: [] }
    movePerson(mette(), { ...input, seats: 'end', ...words }, DEMO_NOW)
    return id
  }
  const meetingsOf = (viewer: Viewer) =>
    [
      ...listMeetings(viewer, { when: 'past' }, TODAY),
      ...listMeetings(viewer, { when: 'coming' }, TODAY),
    ].map(({ id }) => id)
  const itemsOf = (viewer: Viewer) =>
    database
      .select()
      .from(actionItems)
      .where(eq(actionItems.responsiblePartyId, partyId('fsb')))
      .all()
      .filter(({ id }) => listActionItems(viewer, { scope: 'all' }, TODAY).some((item) => item.id === id))

  test('between organisations takes the person’s eyes along: nothing of the old party’s own is seen', () => {
    const own = (viewer: Viewer) => itemsOf(viewer).filter(({ visibility }) => visibility === 'own')
    database
      .update(actionItems)
      .set({ visibility: 'own', releasedAt: DEMO_NOW })
      .where(eq(actionItems.responsiblePartyId, partyId('fsb')))
      .run()
    expect(own(viewerOf('Pia Storm')).length).toBeGreaterThan(0)
    move('Pia Storm', 'Lejerbo')
    const pia = viewerOf('Pia Storm')
    expect(pia.ownParties).toEqual([partyId('Lejerbo')])
    expect(own(pia)).toEqual([])
    expect(meetingsOf(pia)).toEqual(meetingsOf(viewerOf('Henrik Kjærsgaard')))
  })

  test('into the municipality opens nothing of the meetings attended for the old party', () => {
    move('Pia Storm', 'BIF', { role: 'department_staff' })
    expect(viewerOf('Pia Storm')).toMatchObject({ role: 'department_staff', windows: [] })
    expect(meetingsOf(viewerOf('Pia Storm'))).toEqual([])
  })

  test('between departments leaves the past meetings, and opens no new one', () => {
    const before = listMeetings(viewerOf('Søren Bak'), { when: 'past' }, TODAY).map(({ id }) => id)
    move('Søren Bak', 'BUF')
    expect(viewerOf('Søren Bak').ownParties).toEqual([partyId('BUF')])
    expect(listMeetings(viewerOf('Søren Bak'), { when: 'past' }, TODAY).map(({ id }) => id)).toEqual(before)
    expect(listMeetings(viewerOf('Søren Bak'), { when: 'coming' }, TODAY)).toEqual([])
  })

  test('ends the seats the day before, and leaves attendance with the old party', () => {
    const id = personId('Pia Storm')
    const attended = () =>
      database
        .select({ partyId: attendances.partyId })
        .from(attendances)
        .where(eq(attendances.personId, id))
        .all()
    const before = attended()
    expect(before.length).toBeGreaterThan(0)
    const held = heldBy(id)
    move('Pia Storm', 'Lejerbo')
    const after = database.select().from(seats).where(eq(seats.personId, id)).all()
    expect(after.filter((seat) => seat.validTo === '2026-11-22').map((seat) => seat.id)).toEqual(
      held.map((seat) => seat.id),
    )
    expect(attended()).toEqual(before)
    expect(new Set(before.map((row) => row.partyId))).toEqual(new Set([partyId('fsb')]))
  })

  test('may carry the seats over: the same forums, for the new party, from that day', () => {
    const id = personId('Pia Storm')
    const before = heldBy(id).map(({ forumId: forum }) => forum)
    move('Pia Storm', 'Lejerbo', { seats: 'carry' })
    const now = heldBy(id)
    expect(now.map(({ forumId: forum }) => forum).sort()).toEqual(before.sort())
    expect(now.every((seat) => seat.partyId === partyId('Lejerbo') && seat.validFrom === TODAY)).toBe(true)
  })

  test('of somebody who sits for another party ends that seat, and carries only those of the old one', () => {
    const id = personId('Erik Dam')
    expect(heldBy(id).every((seat) => seat.partyId === partyId('AKB København'))).toBe(true)
    move('Erik Dam', 'fsb', { seats: 'carry' })
    expect(heldBy(id)).toEqual([])
  })

  test('keeps a seat for the new party that was given in advance', () => {
    const id = personId('Pia Storm')
    const given = {
      forumId: forumId('noerrebro'),
      partyId: partyId('Lejerbo'),
      personId: id,
      validFrom: TODAY,
    }
    database
      .insert(seats)
      .values({ id: 'given', ...given })
      .run()
    expect(() => move('Pia Storm', 'Lejerbo', { seats: 'carry' })).toThrow('seatStillHeld')
    move('Pia Storm', 'Lejerbo')
    expect(heldBy(id).map((seat) => seat.id)).toEqual(['given'])
  })

  test('in the past asks; in the future it is made on the day itself', () => {
    expect(() => move('Pia Storm', 'Lejerbo', { movedOn: '2026-11-01' })).toThrow(Question)
    expect(() => move('Pia Storm', 'Lejerbo', { movedOn: '2026-11-24' })).toThrow('moveInFuture')
    const id = move('Pia Storm', 'Lejerbo', { movedOn: '2026-11-01', confirm: ['moveInPast'] })
    expect(eventsOf(id, 'person.moved')[0]?.data).toMatchObject({
      partyBefore: partyId('fsb'),
      partyAfter: partyId('Lejerbo'),
      movedOn: '2026-11-01',
    })
  })

  test('of a coordinator hands the forums over, and the last one stays', () => {
    const { id, version, title, email } = stored(personId('Amina Yusuf'))
    const input = { id, version, title, email, movedOn: TODAY, confirm: [], seats: 'end' as const }
    movePerson(mette(), { ...input, partyId: partyId('BUF'), role: 'department_staff' }, DEMO_NOW)
    expect(database.select().from(forums).where(eq(forums.convenerId, id)).all()).toEqual([])
    expect(() => move('Mette Holm', 'BUF', { role: 'department_staff' })).toThrow('notYourself')
  })

  test.each([
    ['to where they are', 'fsb', {}, 'sameParty'],
    ['into a role that does not fit', 'BIF', {}, 'roleDoesNotFit'],
    ['with seats into a role that sits nowhere', 'ØKF', { role: 'auditor', seats: 'carry' }, 'sitsNowhere'],
    ['with somebody else’s address', 'Lejerbo', { email: 'mette.holm@demo.invalid' }, 'mailTaken'],
    ['with an older version', 'Lejerbo', { version: 7 }, 'personChanged'],
  ] as const)('%s is refused, and nothing changes', (_, party, words, code) => {
    const before = [stored(personId('Pia Storm')), heldBy(personId('Pia Storm'))]
    expect(() => move('Pia Storm', party, words)).toThrow(code)
    expect([stored(personId('Pia Storm')), heldBy(personId('Pia Storm'))]).toEqual(before)
  })
})

describe('the list of people', () => {
  const names = (filter: Parameters<typeof listPeople>[1]) =>
    listPeople(mette(), filter, TODAY).map(({ name }) => name)

  test('is in Danish order, with seats and state', () => {
    const all = listPeople(mette(), {}, TODAY)
    expect(all.map(({ name }) => name).at(-1)).toBe('Åse Aagaard')
    expect(all.find(({ name }) => name === 'Erik Dam')).toMatchObject({ party: 'KAB', state: 'never' })
    expect(all.find(({ name }) => name === 'Erik Dam')?.seats.map(({ party }) => party)).toContain(
      'AKB København',
    )
  })

  test('is found by name or mail as people type it, by party, role and state', () => {
    expect(names({ q: 'aase' })).toEqual(['Åse Aagaard'])
    expect(names({ q: 'DAM erik' })).toEqual(['Erik Dam'])
    expect(names({ q: 'pia.storm@demo' })).toEqual(['Pia Storm'])
    expect(names({ q: '%' })).toEqual([])
    expect(names({ party: partyId('fsb') })).toEqual(['Pia Storm', 'Rikke Hedelund'])
    expect(names({ role: 'auditor' })).toEqual(['Ruth Vind'])
    database.update(people).set({ deactivatedAt: DEMO_NOW }).where(eq(people.name, 'Pia Storm')).run()
    expect(names({ state: 'deactivated' })).toEqual(['Pia Storm'])
    expect(names({ state: 'active' })).toEqual([])
  })
})

test('who was deactivated is nobody to the policy', () => {
  const id = personId('Pia Storm')
  database.update(people).set({ deactivatedAt: DEMO_NOW }).where(eq(people.id, id)).run()
  expect(loadViewer(db(), id, DEMO_NOW)).toBeNull()
})
