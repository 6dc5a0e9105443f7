import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { isPlainDate } from '@/lib/dates'
import { line as textLine } from '@/lib/plain-text'

/** What is wrong, as a key of i18n imports.json `remedies` and what to fill in there. */
type Problem = { problem: string; values?: Record<string, string | number> }
/** Where it is wrong; line and column are null when the whole file is meant. */
export type Fault = Problem & { file: string; line: number | null; column: string | null }

type Column = { max: number; optional?: true; shape?: 'slug' | 'date' }
const name: Column = { max: 120 }
const shortName: Column = { max: 30 }
const slug: Column = { max: 40, shape: 'slug' }

/** The four files and their columns, in the order in which they depend on each other. */
const FILES = {
  departments: { short_name: shortName, name, source: name },
  areas: { slug, area: name, forum_name: name, source: name },
  organisations: {
    short_name: shortName,
    name,
    administrator: { max: 120, optional: true },
    sort_key: name,
    source: name,
  },
  plans: {
    plan: name,
    area: slug,
    lead_organisation: shortName,
    other_organisations: { max: 400, optional: true },
    steering_group: { ...name, optional: true },
    steering_group_ended: { max: 10, optional: true, shape: 'date' },
    successor_forum: { ...slug, optional: true },
    source: name,
  },
} as const satisfies Record<string, Record<string, Column>>

export type FileName = keyof typeof FILES
export type Row<File extends FileName> = { line: number; cells: Record<keyof (typeof FILES)[File], string> }
export type Rows = { [File in FileName]: Row<File>[] }

export const FILE_NAMES = Object.keys(FILES) as FileName[]
export const COLUMNS = Object.fromEntries(
  Object.entries(FILES).map(([name, columns]) => [name, Object.keys(columns)]),
) as Record<FileName, string[]>

/** The files as they came, by name; null for one that is missing. */
export type Bytes = Record<FileName, Uint8Array | null>

/** The files of a folder, where each is called what it holds: departments.csv and so on. */
export function readFolder(folder: string): Bytes {
  const read = (name: FileName) => {
    const path = join(folder, `${name}.csv`)
    return existsSync(path) ? readFileSync(path) : null
  }
  return Object.fromEntries(FILE_NAMES.map((name) => [name, read(name)])) as Bytes
}

/** Reads what stands in the files; every fault of form is added to `faults`, and what can be read is read on. */
export function parseFiles(files: Bytes, faults: Fault[]): Rows {
  const read = <File extends FileName>(file: File) => readRows(files[file], file, faults)
  return {
    departments: read('departments'),
    areas: read('areas'),
    organisations: read('organisations'),
    plans: read('plans'),
  }
}

/** The parts of a cell that holds a list. */
export const listed = (cell: string): string[] =>
  cell
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)

function readRows<File extends FileName>(bytes: Uint8Array | null, file: File, faults: Fault[]): Row<File>[] {
  const fault = (line: number | null, column: string | null, problem: Problem) => {
    faults.push({ file: `${file}.csv`, line, column, ...problem })
  }
  const text = readText(bytes)
  if (typeof text !== 'string') {
    fault(null, null, text)
    return []
  }
  const records = readRecords(text)
  if (!Array.isArray(records)) {
    fault(records.line, null, { problem: 'unclosedQuote' })
    return []
  }
  const columns: Record<string, Column> = FILES[file]
  const [header, ...body] = records
  const names = header?.fields.map((field) => field.trim()) ?? []
  for (const { column, ...problem } of headerFaults(names, columns)) fault(1, column, problem)

  return body.map(({ line, fields }) => {
    if (fields.length !== names.length) {
      fault(line, null, { problem: 'wrongCount', values: { found: fields.length, wanted: names.length } })
    }
    const cells = Object.fromEntries(
      Object.entries(columns).map(([column, rules]) => {
        const cell = fields[names.indexOf(column)]
        const problem = cell === undefined ? null : cellProblem(cell, rules)
        if (problem) fault(line, column, problem)
        return [column, cell?.trim().normalize('NFC') ?? '']
      }),
    )
    return { line, cells } as Row<File>
  })
}

function readText(bytes: Uint8Array | null): string | Problem {
  if (!bytes) return { problem: 'fileMissing' }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { problem: 'notUtf8' }
  }
}

type CsvRecord = { line: number; fields: string[] }

function readRecords(text: string): CsvRecord[] | { line: number } {
  const header = text.split(/[\r\n]/, 1)[0] ?? ''
  const delimiter = header.split(';').length > header.split(',').length ? ';' : ','
  const records: CsvRecord[] = []
  let ended = 0
  let empty = 0
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (fields: string[], { lines, empty_lines }) => {
        records.push({ line: ended + (empty_lines - empty) + 1, fields })
        ended = lines
        empty = empty_lines
        return null
      },
    })
    return records
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { line: Number(error.lines ?? 1) }
  }
}

function headerFaults(names: string[], columns: Record<string, Column>) {
  const known = Object.keys(columns)
  const missing = known.filter((column) => !names.includes(column))
  const unknown = names.filter((column) => !known.includes(column))
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
  const typed = cell.trim()
  if (INVISIBLE.test(typed)) return { problem: 'invisible' }
  const checked = textLine({ max, required: !optional }).safeParse(typed)
  const key = checked.error?.issues.map((issue) => issue.code === 'custom' && issue.params?.key)[0]
  if (key === 'tooLong') return { problem: 'tooLong', values: { length: typed.length, max } }
  if (key) return { problem: String(key) }
  if (typed === '') return null
  if (shape === 'slug' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(typed)) {
    return { problem: 'badSlug', values: { cell: typed } }
  }
  if (shape === 'date' && !isPlainDate(typed)) return { problem: 'badDate', values: { cell: typed } }
  return null
}

/** Four files of some hundred lines; what is larger is not a municipality. */
const LARGEST_FILE = 100 * 1024

const upload = z
  .instanceof(File)
  .refine(({ size }) => size <= LARGEST_FILE, { params: { key: 'fileTooLarge' } })
  .optional()

export const importFilesInput = z.object({
  departments: upload,
  areas: upload,
  organisations: upload,
  plans: upload,
  confirm: z.array(z.string()).default([]),
})
export type ImportFilesInput = z.output<typeof importFilesInput>
