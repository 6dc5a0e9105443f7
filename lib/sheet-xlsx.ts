import { strFromU8, Unzip, UnzipInflate, zipSync } from 'fflate'
import { readSheet as readCells } from 'read-excel-file/universal'
import { type Problem, type Sheet, type SheetFault, type SheetRow, sheetOf, unread } from './sheet'
import { cellsOf, type MarkedCell, percentStyles, sheetFiles } from './sheet-xml'

/** What the parts of a workbook may fill unpacked: a file made to swell is stopped while it does. */
const MOST_UNPACKED = 24 * 1024 * 1024
/** Packed bytes taken at a time, which swell to 16 MB at most. */
const CHUNK = 16 * 1024

/**
 * The first sheet of a workbook. The library tells values, not what a cell is besides, so formulas, merged cells,
 * percentages and cells far out are looked for in the file first; and it gets only what was unpacked under a limit.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet> {
  const parts = unpack(bytes)
  if (!('files' in parts)) return unread(parts)
  const { files } = parts
  const [first, ...others] = sheetFiles(
    textOf(files['xl/workbook.xml']),
    textOf(files['xl/_rels/workbook.xml.rels']),
  )
  const xml = first && textOf(files[first.path])
  if (!xml) return unread({ problem: 'notAWorkbook' })

  const cells = cellsOf(xml, percentStyles(textOf(files['xl/styles.xml'])))
  const tooFar = cells.tooFar ?? cells.tooMany
  if (tooFar) return unread(tooFar)
  try {
    const lines = linesOf(
      await readCells(new Blob([zipSync(files, { level: 0 }) as Uint8Array<ArrayBuffer>])),
      cells.percent,
    )
    const sheet = sheetOf(lines, others.length === 0 ? [] : [told(first.name, others)])
    return {
      ...sheet,
      faults: [...sheet.faults, ...[...cells.formulas, ...cells.merged].map((cell) => faultAt(cell, sheet))],
    }
  } catch {
    // Whatever the library stumbles over, which it says in its own words; a formula never computed is one.
    const known = cells.formulas.map((cell) => faultAt(cell))
    return known.length > 0 ? unread(...known) : unread({ problem: 'brokenFile' })
  }
}

function unpack(bytes: Uint8Array): { files: Record<string, Uint8Array> } | Problem {
  const files = new Map<string, Uint8Array[]>()
  let size = 0
  const unzip = new Unzip((file) => {
    if (!/\.(xml|rels)$/.test(file.name)) return
    const chunks: Uint8Array[] = []
    files.set(file.name, chunks)
    file.ondata = (error, chunk) => {
      if (error) throw error
      size += chunk.length
      if (size > MOST_UNPACKED) throw new RangeError('Too large unpacked.')
      chunks.push(chunk)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += CHUNK) {
      unzip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length)
    }
  } catch {
    return { problem: size > MOST_UNPACKED ? 'swells' : 'brokenFile' }
  }
  return { files: Object.fromEntries([...files].map(([name, chunks]) => [name, Buffer.concat(chunks)])) }
}

const textOf = (file: Uint8Array | undefined) => (file ? strFromU8(file) : '')

const told = (name: string, others: { name: string }[]) => ({
  note: 'firstSheet' as const,
  values: { name, others: others.map((other) => other.name).join(', ') },
})

function faultAt({ line, column, ...problem }: MarkedCell, sheet?: Sheet): SheetFault {
  return { ...problem, line, column: sheet?.header?.cells[column] || null }
}

function linesOf(rows: unknown[][], percent: Set<string>): SheetRow[] {
  return rows.map((row, index) => ({
    line: index + 1,
    cells: row.map((value, column) => typed(value, percent.has(`${index + 1} ${column}`))),
  }))
}

/** A value as one would type it in Danish. */
function typed(value: unknown, isPercent: boolean): string {
  if (typeof value === 'number') {
    return isPercent ? `${typedNumber(value * 100)} %` : typedNumber(value)
  }
  if (value instanceof Date) return typedDate(value)
  if (typeof value === 'boolean') return value ? 'ja' : 'nej'
  return value === null || value === undefined ? '' : String(value)
}

/** As Excel shows it: 37 / 3 is 12,33. */
const typedNumber = (value: number) =>
  value
    .toFixed(2)
    .replace(/\.?0+$/, '')
    .replace('.', ',')

/** Excel keeps 12:30 as a time of its first day, and 37:30 as one of its second. */
function typedDate(value: Date): string {
  if (value.getUTCFullYear() > 1900) return value.toISOString().slice(0, 10)
  const minutes = Math.round((value.getTime() - Date.UTC(1899, 11, 30)) / 60_000)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
