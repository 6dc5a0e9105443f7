import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { events, parties, seats } from '@/db/schema'
import { createPerson } from '@/features/people/commands/create'
import { addSeat } from '@/features/seats/commands/add'
import { sortKey } from '@/lib/danish-order'
import { today } from '@/lib/dates'
import { Conflict, NotFound, Question } from '@/lib/errors'
import { DEMO_NOW, demoDatabase, forumId, partyId, personId, viewerOf } from '@/test/demo'
import { changeParty, createParty } from './commands'
import { type ChangePartyInput, type NewPartyInput, newPartyInput } from './input'
import { getParty, listOpenParties, listParties } from './queries'

const TODAY = today(DEMO_NOW)
const mette = () => viewerOf('Mette Holm')

let database: Database
beforeEach(() => {
  database = demoDatabase()
})

const fields = (change: Partial<NewPartyInput> = {}): NewPartyInput => ({
  kind: 'partner',
  shortName: 'Ældre Sagen',
  name: 'Ældre Sagen København',
  administrator: null,
  sortKey: '',
  validFrom: null,
  validTo: null,
  ...change,
})
const stored = (id: string) =>
  database.select().from(parties).where(eq(parties.id, id)).get() as typeof parties.$inferSelect
const change = (shortName: string, words: Partial<ChangePartyInput>, confirm: string[] = []) => {
  const { id, version, kind: _, source: __, sortKey: ___, ...party } = stored(partyId(shortName))
  changeParty(mette(), { id, version, ...party, sortKey: '', confirm, ...words }, DEMO_NOW)
  return id
}
const heldAfter = (id: string, day: string) =>
  database
    .select()
    .from(seats)
    .where(eq(seats.partyId, id))
    .all()
    .filter(({ validTo }) => validTo === null || validTo > day)

describe('a new party', () => {
  test('can be a partner, sorted as Danish sorts, and people can come from it at once', () => {
    const id = createParty(mette(), fields(), DEMO_NOW)
    expect(stored(id)).toMatchObject({ kind: 'partner', sortKey: sortKey('Ældre Sagen') })
    expect(listOpenParties(mette(), TODAY).at(-1)?.id).toBe(id)
    const person = { name: 'Ib', title: '', email: 'ib@example.dk', role: 'partner', locale: 'da' } as const
    expect(() => createPerson(mette(), { ...person, partyId: id }, DEMO_NOW)).not.toThrow()
  })

  test('does not take a short name that is used, however it is written', () => {
    expect(() => createParty(mette(), fields({ shortName: 'FSB' }), DEMO_NOW)).toThrow('shortNameTaken')
  })

  test('does not end before it begins', () => {
    const reversed = fields({ validFrom: '2026-12-02', validTo: '2026-12-01' })
    expect(() => createParty(mette(), reversed, DEMO_NOW)).toThrow('datesReversed')
  })

  test.each([{ kind: 'club' }, { shortName: '' }, { shortName: 'x'.repeat(31) }, { name: '010180-1234' }])(
    'with %j is refused',
    (wrong) => {
      const typed = { kind: 'partner', shortName: 'x', name: 'x', ...wrong }
      expect(newPartyInput.safeParse(typed).success).toBe(false)
    },
  )

  test.each(['Karen Lund', 'Pia Storm', 'Ruth Vind'])('is not made by %s', (name) => {
    expect(() => createParty(viewerOf(name), fields(), DEMO_NOW)).toThrow('notAllowed')
    expect(() => listParties(viewerOf(name), TODAY)).toThrow(NotFound)
    expect(() => getParty(viewerOf(name), partyId('fsb'), TODAY)).toThrow(NotFound)
  })
})

describe('a party that is changed', () => {
  test('keeps its people; the record tells what, not the words', () => {
    const id = change('fsb', { name: 'Foreningen Socialt Boligbyggeri' })
    expect(stored(id)).toMatchObject({ name: 'Foreningen Socialt Boligbyggeri', version: 2 })
    const [event] = database.select().from(events).where(eq(events.kind, 'party.changed')).all()
    expect(event?.data).toMatchObject({ changed: ['name'] })
  })

  test('by two at once shows the second what the first wrote', () => {
    change('fsb', { name: 'Den ene' })
    expect(() => change('fsb', { name: 'Den anden', version: 1 })).toThrow(Conflict)
  })

  test('that is not there is not found', () => {
    const nothing = { ...fields(), id: 'nothing', version: 1, confirm: [] }
    expect(() => changeParty(mette(), nothing, DEMO_NOW)).toThrow(NotFound)
  })
})

describe('a party that ends', () => {
  test('asks while it has seats or people, and then its seats end with it', () => {
    expect(() => change('fsb', { validTo: '2026-11-30' })).toThrow(Question)
    expect(heldAfter(partyId('fsb'), '2026-11-30').length).toBeGreaterThan(0)
    const id = change('fsb', { validTo: '2026-11-30' }, ['partyLeaves'])
    expect(heldAfter(id, '2026-11-30')).toEqual([])
    expect(getParty(mette(), id, '2026-12-01')).toMatchObject({ open: false, seats: 0, people: 2 })
  })

  test('gets no new people and no new seats', () => {
    const id = change('fsb', { validTo: '2026-11-22' }, ['partyLeaves'])
    const person = {
      name: 'Ib',
      title: '',
      email: 'ib@example.dk',
      role: 'housing_organisation',
      locale: 'da',
    } as const
    expect(() => createPerson(mette(), { ...person, partyId: id }, DEMO_NOW)).toThrow('partyNotOpen')
    const seat = {
      forumId: forumId('noerrebro'),
      personId: personId('Åse Aagaard'),
      partyId: id,
      confirm: [],
    }
    const ordinary = { kind: 'ordinary', validFrom: TODAY, validTo: null } as const
    expect(() => addSeat(mette(), { ...seat, ...ordinary }, DEMO_NOW)).toThrow('endsAfter')
    expect(listOpenParties(mette(), TODAY).map(({ shortName }) => shortName)).not.toContain('fsb')
  })

  test('can go on again, but does not begin after its first seat', () => {
    change('fsb', { validTo: '2026-11-30' }, ['partyLeaves'])
    const id = change('fsb', { validTo: null })
    expect(stored(id).validTo).toBeNull()
    expect(() => change('fsb', { validFrom: TODAY })).toThrow('partyHasEarlierSeats')
  })
})
