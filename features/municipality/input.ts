import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import { isPlainDate } from '@/lib/dates'
import { line as textLine } from '@/lib/plain-text'

/** What is wrong, where, and what to do about it; line and column are null when the whole file is meant. */
export type Fault = { file: string; line: number | null; column: string | null; remedy: string }

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

/** Reads the folder's files; every fault of form is added to `faults`, and what can be read is read on. */
export function readFolder(folder: string, faults: Fault[]): Rows {
  const read = <File extends FileName>(file: File) => readRows(folder, file, faults)
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

function readRows<File extends FileName>(folder: string, file: File, faults: Fault[]): Row<File>[] {
  const fault = (line: number | null, column: string | null, remedy: string) => {
    faults.push({ file: `${file}.csv`, line, column, remedy })
  }
  const text = readText(join(folder, `${file}.csv`))
  if (typeof text !== 'string') {
    fault(null, null, text.remedy)
    return []
  }
  const records = readRecords(text)
  if (!Array.isArray(records)) {
    fault(records.line, null, records.remedy)
    return []
  }
  const columns: Record<string, Column> = FILES[file]
  const [header, ...body] = records
  const names = header?.fields.map((field) => field.trim()) ?? []
  for (const { column, remedy } of headerFaults(names, columns)) fault(1, column, remedy)

  return body.map(({ line, fields }) => {
    if (fields.length !== names.length) {
      fault(line, null, wrongCount(fields.length, names.length))
    }
    const cells = Object.fromEntries(
      Object.entries(columns).map(([column, rules]) => {
        const cell = fields[names.indexOf(column)]
        const remedy = cell === undefined ? null : cellRemedy(cell, rules)
        if (remedy) fault(line, column, remedy)
        return [column, cell?.trim().normalize('NFC') ?? '']
      }),
    )
    return { line, cells } as Row<File>
  })
}

function readText(path: string): string | { remedy: string } {
  if (!existsSync(path)) {
    return { remedy: 'Filen mangler i mappen. Læg den der, eventuelt kun med overskriftslinjen.' }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch {
    return { remedy: 'Filen er ikke gemt som UTF-8. Gem den igen som »CSV UTF-8«.' }
  }
}

type CsvRecord = { line: number; fields: string[] }

function readRecords(text: string): CsvRecord[] | { line: number; remedy: string } {
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
    return {
      line: Number(error.lines ?? 1),
      remedy:
        'Et anførselstegn er ikke lukket. Sæt ét " før og ét efter feltet, og skriv et " i teksten som "".',
    }
  }
}

function headerFaults(names: string[], columns: Record<string, Column>) {
  const known = Object.keys(columns)
  const missing = known.filter((column) => !names.includes(column))
  const unknown = names.filter((column) => !known.includes(column))
  const twice = names.filter((column, index) => names.indexOf(column) !== index && known.includes(column))
  return [
    ...missing.map((column) => ({ column, remedy: 'Kolonnen mangler. Tilføj den i overskriftslinjen.' })),
    ...unknown.map((column) => ({
      column,
      remedy: `Kolonnen kendes ikke. Slet den, eller ret navnet til et af disse: ${known.join(', ')}.`,
    })),
    ...twice.map((column) => ({ column, remedy: 'Kolonnen står to gange. Slet den ene.' })),
  ]
}

const wrongCount = (found: number, wanted: number) =>
  `Linjen har ${found} felter, overskriften ${wanted}. Sæt anførselstegn om felter med , eller ; i teksten.`

/** Line ends too: every cell is one line of text. */
const INVISIBLE = /\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u
const REMEDIES: Record<string, string> = {
  required: 'Feltet er tomt. Udfyld det.',
  personalNumber: 'Teksten ligner et CPR-nummer, og dem gemmer vi ikke. Slet det.',
  brokenText: 'Teksten indeholder et halvt tegn. Skriv den igen.',
}

function cellRemedy(cell: string, { max, optional, shape }: Column): string | null {
  const typed = cell.trim()
  if (INVISIBLE.test(typed)) return 'Teksten indeholder et usynligt tegn eller et linjeskift. Skriv den igen.'
  const checked = textLine({ max, required: !optional }).safeParse(typed)
  const key = checked.error?.issues.map((issue) => issue.code === 'custom' && issue.params?.key)[0]
  if (key) return REMEDIES[key] ?? `Teksten er på ${typed.length} tegn. Forkort den til højst ${max}.`
  if (typed === '') return null
  if (shape === 'slug' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(typed)) {
    return `»${typed}« kan ikke stå i en adresse. Brug små bogstaver a-z, tal og bindestreg.`
  }
  if (shape === 'date' && !isPlainDate(typed)) {
    return `»${typed}« er ikke en dato. Skriv den som år-måned-dag, fx 2011-12-31.`
  }
  return null
}
