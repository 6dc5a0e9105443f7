import { sortKey } from '@/lib/danish-order'

const LETTERS: Record<string, string> = { '{': 'æ', '|': 'ø', '}': 'å' }

/** What a form shows of a stored sort key: nothing when it follows from the short name, else in readable letters. */
export function shownSortKey({ shortName, sortKey: stored }: { shortName: string; sortKey: string }): string {
  return stored === sortKey(shortName) ? '' : stored.replace(/[{|}]/g, (byte) => LETTERS[byte] ?? byte)
}

/** The key to store for what was typed; left empty, the party is filed under its short name. */
export function typedSortKey(typed: string, party: { shortName: string; sortKey: string }): string {
  if (typed && typed === shownSortKey(party)) return party.sortKey
  return sortKey(typed || party.shortName)
}
