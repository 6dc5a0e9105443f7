import writeExcelFile from 'write-excel-file/node'
import type { PlainDate } from './dates'

type SheetCell = { text: string } | { date: PlainDate | null } | { number: number; format: string }
export type Sheet = {
  name: string
  columns: { heading: string; width: number }[]
  rows: SheetCell[][]
}

/** Words stay words, dates are dates and numbers numbers: a title that begins with = is no formula. */
export function sheetsAsXlsx(sheets: Sheet[]): Promise<Buffer> {
  const names = sheetNames(sheets.map(({ name }) => name))
  return writeExcelFile(
    sheets.map(({ columns, rows }, at) => ({
      data: [
        columns.map(({ heading }) => ({ value: heading, type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map(written)),
      ],
      sheet: names[at],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    })),
  ).toBuffer()
}

function written(cell: SheetCell) {
  if ('text' in cell) return { value: cell.text, type: String }
  if ('number' in cell) return { value: cell.number, type: Number, format: cell.format }
  if (cell.date === null) return null
  return { value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy' }
}

const LONGEST = 31

/** As Excel takes them: at most 31 letters, none of []:*?/\, no quote at an end, and no two alike in any case of letters. */
export function sheetNames(wanted: string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const plain =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/\s+/g, ' ')
        .replace(/^[\s']+|[\s']+$/g, '') || 'Ark'
    for (let again = 1; ; again++) {
      const end = again === 1 ? '' : ` (${again})`
      const short =
        [...plain]
          .slice(0, LONGEST - end.length)
          .join('')
          .replace(/[\s']+$/, '') + end
      if (taken.has(short.toLowerCase())) continue
      taken.add(short.toLowerCase())
      return short
    }
  })
}
