import { z } from 'zod'
import { isPlainDate } from '@/lib/dates'
import { parseMailAddress } from '@/lib/mail-address'
import { line as textLine } from '@/lib/plain-text'
import type { Problem, Sheet } from '@/lib/sheet'
import { inDanish, parseDate, parseHours } from '@/lib/typed-values'
import { type Fault, type Row, same } from './rules'

type Shape =
  | 'slug'
  | 'isoDate'
  | 'day'
  | 'hours'
  | 'count'
  | 'year'
  | 'quarter'
  | 'yes'
  | 'seatKind'
  | 'address'
export type Column = { max: number; optional?: true; shape?: Shape }

const name: Column = { max: 120 }

/** The lists one can send and their columns, called as they are in Danish in either language. */
export const LISTS = {
  commitments: {
    helhedsplan: name,
    forvaltning: name,
    år: { max: 4, shape: 'year' },
    kvartal: { max: 12, shape: 'quarter' },
    timer: { max: 20, shape: 'hours' },
    kilde: { max: 300 },
  },
  baselines: {
    styregruppe: name,
    'møder om året': { max: 10, optional: true, shape: 'count' },
    'kommunale deltagere': { max: 10, optional: true, shape: 'count' },
    'timer om året': { max: 20, optional: true, shape: 'hours' },
    kilde: { max: 300 },
    skøn: { max: 10, optional: true, shape: 'yes' },
  },
  seats: {
    mail: { max: 254, shape: 'address' },
    forum: name,
    part: { max: 120, optional: true },
    plads: { max: 20, optional: true, shape: 'seatKind' },
    fra: { max: 20, shape: 'day' },
    til: { max: 20, optional: true, shape: 'day' },
  },
} as const satisfies Record<string, Record<string, Column>>

export type ListName = keyof typeof LISTS
export type ListRow<List extends ListName> = Row<keyof (typeof LISTS)[List] & string>
export const LIST_NAMES = Object.keys(LISTS) as ListName[]
export const isListName = (text: string): text is ListName => text in LISTS

/** Five thousand rows are a tenth of it. */
export const LARGEST_LIST = 5 * 1024 * 1024

export const importListInput = z.object({
  list: z.enum(LIST_NAMES),
  file: z.instanceof(File).refine(({ size }) => size <= LARGEST_LIST, { params: { key: 'listTooLarge' } }),
  confirm: z.array(z.string()).default([]),
})
export type ImportListInput = z.output<typeof importListInput>

/** What stands under the known columns; every fault of form is added to `faults`, and what can be read is read on. */
export function readRows<Columns extends Record<string, Column>>(
  file: string,
  sheet: Sheet,
  columns: Columns,
  faults: Fault[],
): Row<keyof Columns & string>[] {
  faults.push(...sheet.faults.map((fault) => ({ file, ...fault })))
  const { header } = sheet
  if (!header) return []
  const fault = (line: number, column: string | null, problem: Problem) => {
    faults.push({ file, line, column, ...problem })
  }
  const names = header.cells.map(same)
  for (const { column, ...problem } of headerFaults(header.cells, columns))
    fault(header.line, column, problem)

  return sheet.rows.map(({ line, cells: typed }) => {
    if (typed.length > names.length) {
      fault(line, null, { problem: 'wrongCount', values: { found: typed.length, wanted: names.length } })
    }
    const cells = Object.fromEntries(
      Object.entries<Column>(columns).map(([column, rules]) => {
        const at = names.indexOf(column)
        const cell = (typed[at] ?? '').normalize('NFC')
        const problem = at === -1 ? null : cellProblem(cell, rules)
        if (problem) fault(line, column, problem)
        return [column, cell]
      }),
    )
    return { line, cells } as Row<keyof Columns & string>
  })
}

function headerFaults(typed: string[], columns: Record<string, Column>) {
  const names = typed.map(same)
  const known = Object.keys(columns)
  const missing = known.filter((column) => !names.includes(column))
  const unknown = typed.filter((column) => !known.includes(same(column)))
  const twice = names.filter((column, index) => names.indexOf(column) !== index && known.includes(column))
  return [
    ...missing.map((column) => ({ column, problem: 'columnMissing' })),
    ...unknown.map((column) => ({ column, problem: 'columnUnknown', values: { known: known.join(', ') } })),
    ...twice.map((column) => ({ column, problem: 'columnTwice' })),
  ]
}

/** Line ends too: every cell is one line of text. */
const INVISIBLE = /\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u

function cellProblem(cell: string, { max, optional, shape }: Column): Problem | null {
  if (INVISIBLE.test(cell)) return { problem: 'invisible' }
  const checked = textLine({ max, required: !optional }).safeParse(cell)
  const key = checked.error?.issues.map((issue) => issue.code === 'custom' && issue.params?.key)[0]
  if (key === 'tooLong') return { problem: 'tooLong', values: { length: cell.length, max } }
  if (key) return { problem: String(key) }
  return cell === '' || !shape ? null : shapeProblem(cell, shape)
}

const MISSHAPEN: Record<Shape, string> = {
  slug: 'badSlug',
  isoDate: 'badDate',
  day: 'badDay',
  hours: 'badHours',
  count: 'badCount',
  year: 'badYear',
  quarter: 'badQuarter',
  yes: 'badYes',
  seatKind: 'badSeatKind',
  address: 'badAddress',
}

const FITS: Record<Shape, (cell: string) => boolean> = {
  slug: (cell) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(cell),
  isoDate: isPlainDate,
  day: (cell) => parseDate(cell) !== null,
  hours: (cell) => parseHours(cell) !== null,
  count: (cell) => readCount(cell) !== null,
  year: (cell) => /^20\d\d$/.test(cell),
  quarter: (cell) => readQuarter(cell) !== null,
  yes: (cell) => readYes(cell) !== null,
  seatKind: (cell) => readSeatKind(cell) !== null,
  address: (cell) => parseMailAddress(cell) !== null,
}

function shapeProblem(cell: string, shape: Shape): Problem | null {
  if (shape === 'hours' || shape === 'count') {
    if (cell.endsWith('%')) return { problem: 'percentage', values: { cell } }
    const danish = inDanish(cell)
    if (danish) return { problem: 'englishNumber', values: { cell, danish } }
  }
  return FITS[shape](cell) ? null : { problem: MISSHAPEN[shape], values: { cell } }
}

/** A whole number up to 9.999, with or without its point. */
export const readCount = (cell: string): number | null =>
  /^\d{1,3}$|^\d\.?\d{3}$/.test(cell) ? Number(cell.replace('.', '')) : null

/** 1, 1., K1, Q1 or 1. kvartal. */
export function readQuarter(cell: string): number | null {
  const [, number] = /^(?:[kq]\s?)?([1-4])(?:\.?(?:\s?kvartal)?)$/i.exec(cell) ?? []
  return number ? Number(number) : null
}

/** An estimate is marked by ja, x or skøn. */
export function readYes(cell: string): boolean | null {
  const word = same(cell)
  if (['ja', 'x', 'skøn'].includes(word)) return true
  return ['', 'nej'].includes(word) ? false : null
}

/** Ordinary, when nothing else is said. */
export function readSeatKind(cell: string): 'ordinary' | 'deputy' | null {
  const word = same(cell)
  if (['', 'ordinær', 'fast'].includes(word)) return 'ordinary'
  return word === 'stedfortræder' ? 'deputy' : null
}
