/** A line of a file with its number there, header and empty lines counted. Every cell is text as a Dane types it. */
export type SheetRow = { line: number; cells: string[] }
/** What is wrong, as a key of i18n imports.json `remedies` and what to fill in there. */
export type Problem = { problem: string; values?: Record<string, string | number> }
/** Where it is wrong; line and column are null when the whole file is meant. */
export type SheetFault = Problem & { line: number | null; column: string | null }
/** How it was read where it could have been read otherwise, as a key of i18n imports.json `notes`. */
export type SheetNote = { note: 'firstSheet' | 'windowsLetters'; values?: Record<string, string> }
/** `header` is missing from a file that could not be read; its faults say why. */
export type Sheet = { header?: SheetRow; rows: SheetRow[]; notes: SheetNote[]; faults: SheetFault[] }

/** Nothing that is typed by hand is longer or wider, and more is not read. */
export const MOST_ROWS = 5000
export const MOST_COLUMNS = 100

/** What stands in the file, line by line, as header and rows. */
export function sheetOf(lines: SheetRow[], notes: SheetNote[] = []): Sheet {
  const [header, ...rows] = lines
    .map(({ line, cells }) => ({ line, cells: withoutTail(cells.map((cell) => cell.trim())) }))
    .filter(({ cells }) => cells.length > 0)
  if (rows.length > MOST_ROWS) return unread({ problem: 'tooManyRows', values: { most: MOST_ROWS } })
  if (!header) return unread({ problem: 'emptyFile' })
  return { header, rows, notes, faults: [] }
}

/** A file of which nothing can be said but why it was not read. */
export const unread = (...faults: (Problem & Partial<SheetFault>)[]): Sheet => ({
  rows: [],
  notes: [],
  faults: faults.map((fault) => ({ line: null, column: null, ...fault })),
})

const withoutTail = (cells: string[]) => cells.slice(0, cells.findLastIndex(Boolean) + 1)
