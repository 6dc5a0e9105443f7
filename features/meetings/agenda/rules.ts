import type { ItemKind, Visibility } from '@/db/schema'
import type { LocalTime } from '@/lib/dates'

type Placed = { position: number; visibility: Visibility; proposerPartyId: string | null }

/** The part of an agenda an item is read in: all together, one party with the municipality, the municipality alone. */
export const sectionOf = ({ visibility, proposerPartyId }: Omit<Placed, 'position'>): string =>
  visibility === 'own' ? `own ${proposerPartyId}` : visibility

const RANK: Record<Visibility, number> = { forum: 0, own: 1, internal: 2 }
const SERIES: Record<Visibility, string> = { forum: '', own: 'E', internal: 'I' }

/**
 * The items in reading order with their numbers: 1, 2, 3 … for the forum, then E1 … for what concerns one party,
 * a series for each, and I1 … for what is internal, so that nobody can count a gap (design § 1).
 */
export function numberItems<Item extends Placed>(items: readonly Item[]): (Item & { number: string })[] {
  const sections = new Map<string, Item[]>()
  for (const item of items.toSorted((a, b) => a.position - b.position)) {
    const section = sectionOf(item)
    sections.set(section, [...(sections.get(section) ?? []), item])
  }
  return [...sections.values()]
    .toSorted(([a], [b]) => RANK[a?.visibility ?? 'forum'] - RANK[b?.visibility ?? 'forum'])
    .flatMap((section) =>
      section.map((item, index) => ({ ...item, number: `${SERIES[item.visibility]}${index + 1}` })),
    )
}

/** When each item is planned to begin, given the items before it; null once an item before it has no minutes. */
export function plannedStarts(start: LocalTime, minutes: readonly number[]): (LocalTime | null)[] {
  const [hour, minute] = start.split(':').map(Number) as [number, number]
  let at: number | null = hour * 60 + minute
  return minutes.map((length) => {
    const begins = at
    at = at === null || length === 0 ? null : at + length
    return begins === null ? null : clock(begins)
  })
}

const clock = (minutes: number): LocalTime => {
  const [hour, minute] = [Math.floor(minutes / 60) % 24, minutes % 60]
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

type Closing = Placed & { kind: ItemKind }

/** The items of a section that may change places: "Eventuelt", a formality that ends the forum's part, stays last. */
function movable<Item extends Closing>(section: readonly Item[]): readonly Item[] {
  const last = section.at(-1)
  const closes = section.length > 1 && last?.visibility === 'forum' && last.kind === 'formality'
  return closes ? section.slice(0, -1) : section
}

export const isMovable = (items: readonly (Closing & { id: string })[], id: string): boolean =>
  [...Map.groupBy(items, sectionOf).values()].some((section) =>
    movable(section).some((item) => item.id === id),
  )

/** Reading order with one item moved up, down or to a place counted from 1, inside its section. */
export function moveItem<Item extends Closing & { id: string }>(
  items: readonly Item[],
  id: string,
  to: 'up' | 'down' | number,
): Item[] {
  const all = numberItems(items)
  const moving = all.find((item) => item.id === id)
  if (!moving) return all
  const section = movable(all.filter((item) => sectionOf(item) === sectionOf(moving)))
  const from = section.indexOf(moving)
  const wanted = to === 'up' ? from - 1 : to === 'down' ? from + 1 : to - 1
  const place = Math.max(0, Math.min(section.length - 1, wanted))
  if (from === -1 || place === from) return all
  const start = all.indexOf(moving) - from
  return all.toSpliced(start, section.length, ...section.toSpliced(from, 1).toSpliced(place, 0, moving))
}

/** Reading order with a new item at the end of its section, before what closes the agenda. */
export function placeItem<Item extends Closing>(items: readonly Item[], item: Item): Item[] {
  const last = Math.max(0, ...items.map(({ position }) => position))
  const all: Item[] = numberItems([...items, { ...item, position: last + 1 }])
  const section = all.filter((other) => sectionOf(other) === sectionOf(item))
  const closing = section.length - 1 - movable(section.slice(0, -1)).length
  const end = all.findIndex(({ position }) => position === last + 1)
  return all.toSpliced(end, 1).toSpliced(end - closing, 0, item)
}

const OPENNESS: Record<Visibility, number> = { internal: 0, own: 1, forum: 2 }
type Audience = Omit<Placed, 'position'>

/** Whether somebody outside who could not read the item before can afterwards: to them it is a new one, still to be sent. */
export const widens = (before: Audience, after: Audience): boolean =>
  OPENNESS[after.visibility] > OPENNESS[before.visibility] ||
  (before.visibility === 'own' && after.visibility === 'own' && sectionOf(before) !== sectionOf(after))
