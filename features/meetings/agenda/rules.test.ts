import { describe, expect, test } from 'vitest'
import type { ItemKind, Visibility } from '@/db/schema'
import { moveItem, numberItems, placeItem, plannedStarts, widens } from './rules'

const item = (id: string, position: number, more: Partial<Item> = {}): Item => ({
  id,
  position,
  kind: 'discussion',
  visibility: 'forum',
  proposerPartyId: null,
  ...more,
})
type Item = {
  id: string
  position: number
  kind: ItemKind
  visibility: Visibility
  proposerPartyId: string | null
}

const numbers = (items: Item[]) => numberItems(items).map(({ number, id }) => `${number} ${id}`)
const ids = (items: { id: string }[]) => items.map(({ id }) => id).join(' ')

describe('numbers', () => {
  const mixed = [
    item('welcome', 1),
    item('secret', 2, { visibility: 'internal' }),
    item('rent', 3, { visibility: 'own', proposerPartyId: 'fsb' }),
    item('lists', 4),
    item('roof', 5, { visibility: 'own', proposerPartyId: 'aab' }),
    item('money', 6, { visibility: 'internal' }),
  ]

  test('run through the forum items, then each party for itself, and last what is internal', () => {
    expect(numbers(mixed)).toEqual(['1 welcome', '2 lists', 'E1 rent', 'E1 roof', 'I1 secret', 'I2 money'])
  })

  test('of what an outsider reads are the same as the municipality’s, without a gap', () => {
    const seen = mixed.filter(({ visibility, proposerPartyId }) =>
      visibility === 'own' ? proposerPartyId === 'aab' : visibility === 'forum',
    )
    expect(numbers(mixed)).toEqual(expect.arrayContaining(numbers(seen)))
  })
})

describe('planned clock times', () => {
  test('add up from the beginning of the meeting', () => {
    expect(plannedStarts('14:00', [5, 10, 20])).toEqual(['14:00', '14:05', '14:15'])
  })

  test('end where an item has no minutes', () => {
    expect(plannedStarts('14:00', [5, 0, 20, 5])).toEqual(['14:00', '14:05', null, null])
  })

  test('pass midnight', () => {
    expect(plannedStarts('23:50', [15, 5])).toEqual(['23:50', '00:05'])
  })
})

describe('order', () => {
  const agenda = [
    item('welcome', 1, { kind: 'formality' }),
    item('a', 2),
    item('b', 3),
    item('secret', 4, { visibility: 'internal' }),
    item('other', 5, { kind: 'formality' }),
  ]

  test.each([
    ['b', 'up', 'welcome b a other secret'],
    ['a', 'down', 'welcome b a other secret'],
    ['b', 1, 'b welcome a other secret'],
    ['b', 99, 'welcome a b other secret'],
    ['b', 'down', 'welcome a b other secret'],
    ['welcome', 'up', 'welcome a b other secret'],
    ['other', 'up', 'welcome a b other secret'],
    ['secret', 'up', 'welcome a b other secret'],
    ['nothing', 'up', 'welcome a b other secret'],
  ] as const)('%s moved %s gives %s', (id, to, order) => {
    expect(ids(moveItem(agenda, id, to))).toBe(order)
  })

  test('something new comes before "Eventuelt"', () => {
    expect(ids(placeItem(agenda, item('new', 0)))).toBe('welcome a b new other secret')
  })

  test('an internal one comes after the internal ones', () => {
    const placed = placeItem(agenda, item('new', 0, { visibility: 'internal' }))
    expect(ids(placed)).toBe('welcome a b other secret new')
  })

  test('on an agenda of one formality it comes after it', () => {
    expect(ids(placeItem(agenda.slice(0, 1), item('new', 0)))).toBe('welcome new')
    expect(ids(placeItem([], item('new', 0)))).toBe('new')
  })
})

describe('an item is opened to somebody', () => {
  const who = (visibility: Visibility, proposerPartyId: string | null = null) => ({
    visibility,
    proposerPartyId,
  })

  test.each([
    [who('internal'), who('forum'), true],
    [who('internal'), who('own', 'fsb'), true],
    [who('own', 'fsb'), who('forum', 'fsb'), true],
    [who('own', 'fsb'), who('own', 'aab'), true],
    [who('own', 'fsb'), who('own', 'fsb'), false],
    [who('forum'), who('own', 'fsb'), false],
    [who('forum'), who('internal'), false],
    [who('forum'), who('forum', 'fsb'), false],
  ])('from %o to %o: %s', (before, after, opened) => {
    expect(widens(before, after)).toBe(opened)
  })
})
