import 'server-only'
import type { PlainDate } from '@/lib/dates'
import type { Figure, Section, Unit } from '../model'
import { countAgain, type How, printed } from '../rules'
import type { Scope } from './scope'

/** One of the rows a figure was counted from. */
export type Row = {
  what: string
  when: PlainDate | null
  whose?: string
  href?: string
  /** Named only to who may read the meeting. */
  meetingId?: string
  /** Minutes, days or a number: what it adds. Of a share: 1 where it counts, 0 where it does not. */
  amount?: number
  /** What stands in its place where the number may not be told (R8). */
  told?: string
}

/** A figure and the rows it was counted from are entered together, so that the one cannot be without the other. */
type Entry = { name: string; how: How; unit: Unit; rows: Row[] }
/** A part of the report: what it says, and what lies behind every figure of it. */
export type Part = { section: Section; entries: Map<string, Entry> }

type ToRow<Item> = (item: Item) => Row

/** `part` names its figures in their addresses. */
export function openLedger(part: string, scope: Scope) {
  const entries = new Map<string, Entry>()
  const address = new URLSearchParams({
    from: scope.from,
    to: scope.to,
    ...(scope.forum && { forum: scope.forum.slug }),
    ...(scope.party && { party: scope.party.id }),
  })

  const enter = (key: string, entry: Entry): Figure => {
    const named = `${part}.${key}`
    entries.set(named, entry)
    const { how, unit, rows } = entry
    const value = countAgain(how, rows)
    return {
      value,
      unit,
      text: printed(value, unit, scope.locale),
      ...(how === 'share' && { of: rows.length }),
      ...(rows.length > 0 && { href: `/reports/rows?${address}&figure=${encodeURIComponent(named)}` }),
    }
  }

  return {
    /** As many as there are. */
    count: <Item>(key: string, name: string, items: readonly Item[], toRow: ToRow<Item>): Figure =>
      enter(key, { name, how: 'count', unit: 'count', rows: items.map(toRow) }),

    /** What the amounts of their rows make together. */
    sum: <Item>(
      key: string,
      name: string,
      unit: Unit,
      items: readonly Item[],
      toRow: (item: Item) => Row & { amount: number },
    ): Figure => enter(key, { name, how: 'sum', unit, rows: items.map(toRow) }),

    /** How many of them count, in basis points; its rows are all of them. */
    share: <Item>(
      key: string,
      name: string,
      items: readonly Item[],
      counts: (item: Item) => boolean,
      toRow: ToRow<Item>,
    ): Figure => {
      const rows = items.map((item) => ({ ...toRow(item), amount: counts(item) ? 1 : 0 }))
      return enter(key, { name, how: 'share', unit: 'percent', rows })
    },

    /** What the first amount is of the second, in basis points; its rows are the two. */
    ratio: <Item>(
      key: string,
      name: string,
      two: readonly [Item, Item],
      toRow: (item: Item) => Row & { amount: number },
    ): Figure => enter(key, { name, how: 'ratio', unit: 'percent', rows: two.map(toRow) }),

    /** The days that half of them, or nine of ten, did not exceed. */
    days: <Item extends { days: number }>(
      key: string,
      how: 'median' | 'ninetieth',
      name: string,
      items: readonly Item[],
      toRow: ToRow<Item>,
    ): Figure => {
      const rows = items.map((item) => ({ ...toRow(item), amount: item.days }))
      return enter(key, { name, how, unit: 'days', rows })
    },

    /** A number of people, told as it may be; its rows are told the same way, and make no other number together. */
    told: <Item>(
      key: string,
      name: string,
      { value, text }: { value: number | null; text: string },
      items: readonly Item[],
      toRow: ToRow<Item>,
    ): Figure => ({
      ...enter(key, { name, how: 'sum', unit: 'count', rows: items.map(toRow) }),
      value,
      text,
    }),

    close: (section: Omit<Section, 'key'>): Part => ({ section: { key: part, ...section }, entries }),
  }
}
