import 'server-only'
import type { ReactNode } from 'react'
import { percentile } from '@/features/enquiries/rules'
import type { PlainDate } from '@/lib/dates'
import type { Cell, Figure, Section, Sentence, Table, Unit } from '../model'
import { type How, printed, shareOf } from '../rules'
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
type Entry = { name: string; how: How; unit: Unit; rows: () => Row[] }
export type Ledger = ReturnType<typeof openLedger>
/** A part of the report: what it says, and what lies behind every figure of it. */
export type Part = { section: Section; entries: Map<string, Entry> }

const MEDIAN = 0.5
const NINE_OF_TEN = 0.9

/** `part` names its figures in their addresses. */
export function openLedger(part: string, scope: Scope) {
  const entries = new Map<string, Entry>()
  const address = new URLSearchParams({
    from: scope.from,
    to: scope.to,
    reader: scope.reader,
    ...(scope.forum && { forum: scope.forum.slug }),
    ...(scope.party && { party: scope.party.id }),
  })
  const enter = (key: string, entry: Entry, value: number | null, anything: boolean, of?: number): Figure => {
    entries.set(`${part}.${key}`, entry)
    return {
      value,
      unit: entry.unit,
      text: printed(value, entry.unit, scope.locale),
      ...(of !== undefined && { of }),
      ...(anything && { href: `/reports/rows?${address}&figure=${encodeURIComponent(`${part}.${key}`)}` }),
    }
  }

  return {
    /** As many as there are. */
    count: <Item>(key: string, name: string, items: readonly Item[], toRow: (item: Item) => Row): Figure =>
      enter(
        key,
        { name, how: 'count', unit: 'count', rows: () => items.map(toRow) },
        items.length,
        items.length > 0,
      ),

    /** What their amounts make together. */
    sum: <Item>(
      key: string,
      name: string,
      unit: Unit,
      items: readonly Item[],
      toRow: (item: Item) => Row & { amount: number },
    ): Figure => {
      const total = items.reduce((all, item) => all + toRow(item).amount, 0)
      return enter(key, { name, how: 'sum', unit, rows: () => items.map(toRow) }, total, total > 0)
    },

    /** How many of them count, in basis points; its rows are all of them. */
    share: <Item>(
      key: string,
      name: string,
      items: readonly Item[],
      counts: (item: Item) => boolean,
      toRow: (item: Item) => Row,
    ): Figure => {
      const rows = () => items.map((item) => ({ ...toRow(item), amount: counts(item) ? 1 : 0 }))
      const value = shareOf(items.filter(counts).length, items.length)
      return enter(key, { name, how: 'share', unit: 'percent', rows }, value, items.length > 0, items.length)
    },

    /** The days that half of them, or nine of ten, did not exceed. */
    days: <Item extends { days: number }>(
      key: string,
      how: 'median' | 'ninetieth',
      name: string,
      items: readonly Item[],
      toRow: (item: Item) => Row,
    ): Figure => {
      const value = percentile(
        items.map(({ days }) => days),
        how === 'median' ? MEDIAN : NINE_OF_TEN,
      )
      const rows = () => items.map((item) => ({ ...toRow(item), amount: item.days }))
      return enter(key, { name, how, unit: 'days', rows }, value, items.length > 0)
    },

    /** A number of people, told as it may be; its rows are told the same way. */
    told: <Item>(
      key: string,
      name: string,
      { value, text }: { value: number | null; text: string },
      items: readonly Item[],
      toRow: (item: Item) => Row,
    ): Figure => {
      const entry: Entry = { name, how: 'sum', unit: 'count', rows: () => items.map(toRow) }
      return { ...enter(key, entry, value, items.length > 0), text }
    },

    close: (section: Omit<Section, 'key'>): Part => ({ section: { key: part, ...section }, entries }),
  }
}

/** As words around it read it: with its number in the plural it needs. */
const inWords = ({ value, unit, text }: Figure) =>
  value !== null && (unit === 'count' || unit === 'days') ? value : text

/**
 * A sentence of the language files with figures in it. There, <Held>{held, plural, …}</Held> is the figure `held` as it
 * is printed and linked.
 */
export function say<Words extends { rich: (...values: never[]) => unknown }>(
  t: Words,
  key: Parameters<Words['rich']>[0],
  values: Record<string, Figure | string | number>,
): Sentence {
  const filled = Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
    if (typeof value !== 'object') return [[name, value]]
    const tag = name[0]?.toUpperCase() + name.slice(1)
    return [
      [name, inWords(value)],
      [tag, (chunks: ReactNode[]): Figure => ({ ...value, text: [chunks].flat().join('') })],
    ]
  })
  const rich = t.rich as (key: unknown, values: object) => unknown
  const written = [rich(key, Object.fromEntries(filled))].flat() as (string | Figure)[]
  return written.filter((piece) => piece !== '')
}

type Column<Item> = { heading: string; of: (items: readonly Item[], key: string, name: string) => Figure }
type Group<Item> = { key: string; name: string; items: readonly Item[] }

/** One row for each group, one figure for each column. */
export function tableOf<Item>(
  title: string,
  first: string,
  groups: readonly Group<Item>[],
  columns: readonly Column<Item>[],
): Table {
  const rows = groups.map(({ key, name, items }) => ({
    name: { value: name, text: name },
    figures: columns.map((column) => column.of(items, key, `${column.heading}: ${name}`)),
  }))
  return {
    title,
    columns: [
      { heading: first, kind: 'text' },
      ...columns.map(({ heading }, at) => ({
        heading,
        kind: rows[0]?.figures[at]?.unit ?? ('count' as const),
      })),
    ],
    rows: rows.map(({ name, figures }) => [name, ...figures.map(asCell)]),
  }
}

const asCell = ({ unit: _, ...rest }: Figure): Cell => rest
