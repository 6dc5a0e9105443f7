import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Column, readRows } from '@/features/imports/input'
import type { Fault, Row as ImportedRow } from '@/features/imports/rules'
import { type Sheet, unread } from '@/lib/sheet'
import { readCsv } from '@/lib/sheet-csv'

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
    steering_group_ended: { max: 10, optional: true, shape: 'isoDate' },
    successor_forum: { ...slug, optional: true },
    source: name,
  },
} as const satisfies Record<string, Record<string, Column>>

export type FileName = keyof typeof FILES
export type Row<File extends FileName> = ImportedRow<keyof (typeof FILES)[File] & string>
export type Rows = { [File in FileName]: Row<File>[] }

export const FILE_NAMES = Object.keys(FILES) as FileName[]
export const COLUMNS = Object.fromEntries(
  Object.entries(FILES).map(([name, columns]) => [name, Object.keys(columns)]),
) as Record<FileName, string[]>

/** The files as they were read, by name. */
export type Sheets = Record<FileName, Sheet>

export const missingFile = (): Sheet => unread({ problem: 'fileMissing' })

/** The files of a folder, where each is called what it holds: departments.csv and so on. */
export function readFolder(folder: string): Sheets {
  const read = (name: FileName) => {
    const path = join(folder, `${name}.csv`)
    return existsSync(path) ? readCsv(readFileSync(path)) : missingFile()
  }
  return Object.fromEntries(FILE_NAMES.map((name) => [name, read(name)])) as Sheets
}

/** What stands in the files; every fault of form is added to `faults`, and what can be read is read on. */
export function parseFiles(sheets: Sheets, faults: Fault[]): Rows {
  const read = <File extends FileName>(file: File) =>
    readRows(`${file}.csv`, sheets[file], FILES[file], faults) as Row<File>[]
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
