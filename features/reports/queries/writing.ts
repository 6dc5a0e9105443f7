import type { ReactNode } from 'react'
import type { Cell, Chart, Figure, Sentence, Table } from '../model'
import { WHOLE } from '../rules'

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

/** `of` enters a figure of some items under a key, by a name. */
export type Column<Item> = {
  heading: string
  of: (items: readonly Item[], key: string, name: string) => Figure
}
type Group<Item> = { key: string; name: string; items: readonly Item[] }

/** The key of the group of all, which stands last. */
export const TOTAL = 'all'

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
    hasTotal: groups.at(-1)?.key === TOTAL,
  }
}

const asCell = ({ unit: _, ...rest }: Figure): Cell => rest

/**
 * A bar for each group in each column, beside which the same column stands in a table. Nothing to draw of a single
 * group. Percentages are drawn out of a whole, else the longest bar is the whole width.
 */
export function chartOf<Item>(
  title: string,
  groups: readonly Group<Item>[],
  columns: readonly (Column<Item> & { fill?: 'solid' | 'hatch' })[],
): { chart?: Chart } {
  if (groups.length < 2) return {}
  const figures = groups.map(({ key, name, items }) =>
    columns.map(({ heading, of }) => of(items, key, `${heading}: ${name}`)),
  )
  const longest = Math.max(1, ...figures.flat().map(({ value }) => value ?? 0))
  return {
    chart: {
      title,
      most: figures.flat().some(({ unit }) => unit === 'percent') ? WHOLE : longest,
      series: columns.map(({ heading, fill = 'solid' }) => ({ label: heading, fill })),
      bars: groups.map(({ name }, at) => ({
        label: name,
        values: (figures[at] ?? []).map(({ value, text }) => ({ value, text })),
      })),
    },
  }
}
