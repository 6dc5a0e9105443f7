import { CsvError, parse } from 'csv-parse/sync'
import { type Sheet, type SheetNote, type SheetRow, sheetOf, unread } from './sheet'

/** With semicolons or commas, whichever the header has more of, in UTF-8 or in the letters of Danish Windows. */
export function readCsv(bytes: Uint8Array): Sheet {
  const notes: SheetNote[] = []
  let text = decoded(bytes, 'utf-8')
  if (text === null && !bytes.includes(0)) {
    text = decoded(bytes, 'windows-1252')
    notes.push({ note: 'windowsLetters' })
  }
  if (text === null) return unread({ problem: 'notUtf8' })
  const lines = linesOf(text)
  return Array.isArray(lines) ? sheetOf(lines, notes) : unread({ problem: 'unclosedQuote', line: lines.line })
}

/** Null where a byte is no letter. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function linesOf(text: string): SheetRow[] | { line: number } {
  const header = /[^\r\n]+/.exec(text)?.[0] ?? ''
  const delimiter = header.split(';').length > header.split(',').length ? ';' : ','
  const lines: SheetRow[] = []
  let ended = 0
  let empty = 0
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines: read, empty_lines }) => {
        lines.push({ line: ended + (empty_lines - empty) + 1, cells })
        ended = read
        empty = empty_lines
        return null
      },
    })
    return lines
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { line: Number(error.lines ?? 1) }
  }
}
