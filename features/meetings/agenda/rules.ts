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

/** "Eventuelt" and its like: a formality that ends the forum's part stays last when something is added. */
export const closesAgenda = (item: { kind: ItemKind; visibility: Visibility }): boolean =>
  item.kind === 'formality' && item.visibility === 'forum'
