import { expect, test } from 'vitest'
import { sortKey } from '@/lib/danish-order'
import { shownSortKey, typedSortKey } from './rules'

const stored = (shortName: string, typed: string) => ({
  shortName,
  sortKey: typedSortKey(typed, { shortName, sortKey: '' }),
})

test('a party is filed under its short name, as Danish does', () => {
  const names = ['Åbo', 'VIBO', 'ØKF', 'AAB', '3B', 'fsb']
  const keys = new Map(names.map((name) => [typedSortKey('', { shortName: name, sortKey: '' }), name]))
  expect([...keys.keys()].sort().map((key) => keys.get(key))).toEqual([
    '3B',
    'AAB',
    'fsb',
    'VIBO',
    'ØKF',
    'Åbo',
  ])
})

test('unless somebody says under what; the form shows that again, and saving it anew changes nothing', () => {
  for (const [name, typed] of [
    ['AKB København', 'AKB'],
    ['Nørrebro Lokaludvalg', 'Lokaludvalg Nørrebro'],
    ['SAB', '3 søer'],
  ] as const) {
    const party = stored(name, typed)
    expect(party.sortKey).toBe(sortKey(typed))
    expect(shownSortKey(party)).not.toBe('')
    expect(typedSortKey(shownSortKey(party), party)).toBe(party.sortKey)
  }
})

test('what follows from the short name is not shown, and follows it when that changes', () => {
  expect(shownSortKey(stored('AAB', ''))).toBe('')
  expect(typedSortKey('', { shortName: 'ABC', sortKey: sortKey('AAB') })).toBe(sortKey('ABC'))
})
