import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { revokeSignedLinks } from '@/auth/signed-links'
import { newToken } from '@/auth/tokens'
import { write } from '@/db/client'
import type { Database } from '@/db/open'
import { actionItemSteps, actionItems, events, people, periods, signedLinks } from '@/db/schema'
import { reassignActionItem } from '@/features/action-items/commands/settle'
import { DEMO_NOW, demoDatabase, partyId, personId, viewerOf } from '@/test/demo'
import { offeredDeed } from '../queries'
import { isPurpose } from '../rules'
import { acceptBySignedLink, answerItemBySignedLink } from './act'
import { issueSignedLink } from './issue'

const later = (days: number) => new Date(DEMO_NOW.getTime() + days * 24 * 3_600_000)
const purpose = 'action_item.accept'

let database: Database
let item: string
beforeEach(() => {
  database = demoDatabase()
  item = openItemOf('Pia Storm', 'fsb')
})

/** An open action item that was sent to the whole forum and is this person's. */
function openItemOf(name: string, party: string): string {
  const { id } = database.select().from(actionItems).where(eq(actionItems.state, 'open')).get() ?? { id: '' }
  database
    .update(actionItems)
    .set({
      responsiblePartyId: partyId(party),
      responsiblePersonId: personId(name),
      visibility: 'forum',
      releasedAt: DEMO_NOW,
      title: 'Ring til viceværten',
    })
    .where(eq(actionItems.id, id))
    .run()
  return id
}

const linkFor = (name = 'Pia Storm', subjectId = item) =>
  issueSignedLink({ purpose, subjectId, personId: personId(name), expiresAt: later(30) }, DEMO_NOW)
const stateOf = (id: string) => database.select().from(actionItems).where(eq(actionItems.id, id)).get()?.state
const change = (values: Partial<typeof actionItems.$inferInsert>) =>
  database.update(actionItems).set(values).where(eq(actionItems.id, item)).run()

describe('a press', () => {
  test('does the thing as that person, once, with the events of both', () => {
    const token = linkFor()
    acceptBySignedLink({ token }, later(1))
    expect(stateOf(item)).toBe('in_progress')
    const step = database
      .select()
      .from(actionItemSteps)
      .where(and(eq(actionItemSteps.actionItemId, item), eq(actionItemSteps.step, 'accepted')))
      .get()
    expect(step?.personId).toBe(personId('Pia Storm'))
    const kinds = database
      .select()
      .from(events)
      .all()
      .slice(-3)
      .map(({ kind, actorId }) => [kind, actorId])
    expect(kinds).toEqual([
      ['signed-link.issued', 'sendMail'],
      ['action-item.accepted', personId('Pia Storm')],
      ['signed-link.used', personId('Pia Storm')],
    ])
    expect(() => acceptBySignedLink({ token }, later(1))).toThrow('signedLinkUnusable')
  })

  test('of fifty at once works for one', async () => {
    const token = linkFor()
    const presses = await Promise.allSettled(
      Array.from({ length: 50 }, async () => acceptBySignedLink({ token }, later(1))),
    )
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('that the command refuses does not use the link up', () => {
    const token = linkFor()
    change({ state: 'waiting' })
    expect(() => acceptBySignedLink({ token }, later(1))).toThrow('actionItemIs_waiting')
    change({ state: 'open' })
    expect(() => acceptBySignedLink({ token }, later(1))).not.toThrow()
  })

  test('of a coordinator is refused after the team’s last day, and the link stays unused', () => {
    const mette = viewerOf('Mette Holm')
    change({ responsiblePartyId: mette.partyId, responsiblePersonId: mette.personId })
    const token = linkFor('Mette Holm')
    const carriedOn = database.select().from(periods).all()
    database.update(periods).set({ teamEndsOn: '2026-11-22' }).run()
    expect(() => acceptBySignedLink({ token }, later(1))).toThrow('teamHasEnded')
    expect(() => acceptBySignedLink({ token: linkFor() }, later(1))).not.toThrow('teamHasEnded')
    for (const { id, teamEndsOn } of carriedOn)
      database.update(periods).set({ teamEndsOn }).where(eq(periods.id, id)).run()
    expect(() => acceptBySignedLink({ token }, later(1))).not.toThrow()
  })

  test('reaches no further than the person’s own rights at that moment', () => {
    const token = linkFor()
    change({ responsiblePartyId: partyId('AAB'), responsiblePersonId: personId('Åse Aagaard') })
    expect(() => acceptBySignedLink({ token }, later(1))).toThrow('notAllowed')
    change({ visibility: 'internal' })
    expect(() => acceptBySignedLink({ token }, later(1))).toThrow()
    expect(stateOf(item)).toBe('open')
    expect(database.select().from(signedLinks).get()?.usedAt).toBeNull()
  })
})

describe('looking', () => {
  test('changes nothing, however often, and says what a press would do', () => {
    const token = linkFor()
    const before = database.$client.serialize()
    for (let look = 0; look < 10; look++)
      expect(offeredDeed(token, later(1))).toMatchObject({
        purpose,
        person: 'Pia Storm',
        title: 'Ring til viceværten',
      })
    expect(database.$client.serialize().equals(before)).toBe(true)
    expect(() => acceptBySignedLink({ token }, later(1))).not.toThrow()
  })

  test('does not show an internal title to who only holds the link', () => {
    item = openItemOf('Søren Bak', 'BIF')
    change({ visibility: 'internal' })
    const offered = offeredDeed(linkFor('Søren Bak'), later(1))
    expect(offered).toMatchObject({ purpose, title: null })
    expect(JSON.stringify(offered)).not.toContain('viceværten')
  })

  test.each<[string, (token: string) => unknown]>([
    ['used', (token) => acceptBySignedLink({ token }, DEMO_NOW)],
    [
      'revoked by its subject',
      () => write((tx) => revokeSignedLinks(tx, { purpose, subjectId: item }, DEMO_NOW)),
    ],
    [
      'revoked with all of its person',
      () => write((tx) => revokeSignedLinks(tx, { personId: personId('Pia Storm') }, DEMO_NOW)),
    ],
    [
      'of somebody deactivated',
      () =>
        database
          .update(people)
          .set({ deactivatedAt: DEMO_NOW })
          .where(eq(people.id, personId('Pia Storm')))
          .run(),
    ],
    ['of a purpose we do not know', () => database.update(signedLinks).set({ purpose: 'toString' }).run()],
    ['to what is no longer there', () => change({ removedAt: DEMO_NOW })],
    ['to what is no longer theirs to read', () => change({ visibility: 'internal' })],
    ['to what is done already', () => change({ state: 'in_progress' })],
  ])('at one that is %s shows the same as at an unknown one', (_, happen) => {
    const token = linkFor()
    happen(token)
    expect(offeredDeed(token, later(1))).toBeNull()
    expect(offeredDeed(newToken(), later(1))).toBeNull()
    expect(() => acceptBySignedLink({ token }, later(1))).toThrow()
    expect(['open', 'in_progress']).toContain(stateOf(item))
  })

  test('at one that is too old too', () => {
    const token = linkFor()
    expect(offeredDeed(token, later(30))).toBeNull()
    expect(() => acceptBySignedLink({ token }, later(30))).toThrow('signedLinkUnusable')
  })
})

test('whoever is given the item instead does not have to fear the press of the one before', () => {
  const token = linkFor()
  const { version, dueOn } = database.select().from(actionItems).where(eq(actionItems.id, item)).get() ?? {
    version: 0,
    dueOn: '',
  }
  const [next, party] = [personId('Åse Aagaard'), partyId('AAB')]
  const handedOn = { id: item, version, partyId: party, personId: next, dueOn, text: '', confirm: [] }
  reassignActionItem(viewerOf('Mette Holm'), handedOn, DEMO_NOW)
  change({ responsiblePartyId: partyId('fsb'), responsiblePersonId: personId('Pia Storm') })
  expect(offeredDeed(token, later(1))).toBeNull()
  expect(() => acceptBySignedLink({ token }, later(1))).toThrow('signedLinkUnusable')
})

describe('issuing', () => {
  test('keeps the token nowhere, and leaves earlier links working', () => {
    const [first, second] = [linkFor(), linkFor()]
    const file = database.$client.serialize().toString('latin1')
    expect(file).not.toContain(first)
    expect(file).not.toContain(second)
    expect(offeredDeed(first, later(1))).toEqual(offeredDeed(second, later(1)))
  })

  test('is refused for who may change nothing and for who may not come in', () => {
    expect(() => linkFor('Ruth Vind')).toThrow('notAllowed')
    database
      .update(people)
      .set({ deactivatedAt: DEMO_NOW })
      .where(eq(people.id, personId('Pia Storm')))
      .run()
    expect(() => linkFor()).toThrow('notAllowed')
  })
})

test('revoking says how many it was, and passes over those of others', () => {
  item = openItemOf('Pia Storm', 'fsb')
  linkFor()
  linkFor()
  const ofMette = linkFor('Mette Holm')
  expect(write((tx) => revokeSignedLinks(tx, { personId: personId('Pia Storm') }, DEMO_NOW))).toBe(2)
  expect(offeredDeed(ofMette, later(1))).not.toBeNull()
})

test('only what is in the list is a purpose', () => {
  for (const text of ['toString', '__proto__', '', undefined]) expect(isPurpose(text)).toBe(false)
})

describe('an answer from a mail about an action item', () => {
  const answerLink = (name = 'Pia Storm', expiresAt = later(30)) =>
    issueSignedLink(
      { purpose: 'action_item.answer', subjectId: item, personId: personId(name), expiresAt },
      DEMO_NOW,
    )
  const done = (token: string, now = later(1)) =>
    answerItemBySignedLink({ token, step: 'reported_done', evidence: 'Han er ringet op', link: '' }, now)

  test('looking changes nothing and names the item; a press reports it done, once', () => {
    const token = answerLink()
    expect(offeredDeed(token, later(1))).toMatchObject({ title: 'Ring til viceværten', mayRefuse: true })
    expect(stateOf(item)).toBe('open')
    done(token)
    expect(stateOf(item)).toBe('reported_done')
    expect(() => done(token)).toThrow('signedLinkUnusable')
    expect(offeredDeed(token, later(1))).toBeNull()
  })

  test('a new date, or "not ours", in words', () => {
    const asked = {
      step: 'date_asked' as const,
      dueOn: '2027-01-15',
      reason: 'Han har ferie',
      confirm: [] as string[],
    }
    answerItemBySignedLink({ token: answerLink(), ...asked }, later(1))
    expect(stateOf(item)).toBe('open')
    answerItemBySignedLink({ token: answerLink(), step: 'refused', reason: 'Hører til driften' }, later(1))
    expect(stateOf(item)).toBe('refused')
    expect(offeredDeed(answerLink(), later(1))).toBeNull()
  })

  test('a refusal leaves the link to be used again', () => {
    const token = answerLink()
    const asked = { step: 'date_asked' as const, dueOn: '2020-01-15', reason: 'Før', confirm: [] as string[] }
    expect(() => answerItemBySignedLink({ token, ...asked }, later(1))).toThrow('dueInPast')
    done(token)
    expect(stateOf(item)).toBe('reported_done')
  })

  test('is nobody else’s, nor for another purpose, nor after a year', () => {
    expect(() => done(answerLink('Åse Aagaard'))).toThrow()
    expect(() => done(linkFor())).toThrow('signedLinkUnusable')
    expect(() => acceptBySignedLink({ token: answerLink() }, later(1))).toThrow('signedLinkUnusable')
    expect(() => done(answerLink(), later(366))).toThrow('signedLinkUnusable')
    expect(stateOf(item)).toBe('open')
  })

  test('ends when the item goes to somebody else', () => {
    const token = answerLink()
    const next = { partyId: partyId('BIF'), personId: personId('Søren Bak'), dueOn: '2027-01-15' }
    const version = database.select().from(actionItems).where(eq(actionItems.id, item)).get()!.version
    reassignActionItem(
      viewerOf('Mette Holm'),
      { id: item, version, ...next, text: '', confirm: ['dueOnClosedDay'] },
      DEMO_NOW,
    )
    expect(offeredDeed(token, later(1))).toBeNull()
    expect(() => done(token)).toThrow('signedLinkUnusable')
  })

  test('an internal title is not shown to who only holds the link', () => {
    change({
      visibility: 'internal',
      responsiblePartyId: partyId('BIF'),
      responsiblePersonId: personId('Søren Bak'),
    })
    expect(offeredDeed(answerLink('Søren Bak'), later(1))).toMatchObject({ title: null })
  })
})
