import writeExcelFile from 'write-excel-file/node'
import type { Sheet } from './rows'

const WIDTHS = [50, 12, 24, 12, 12, 16, 24, 34, 12, 20]

/** Words stay words and dates are dates: a title that begins with = is no formula. */
export const sheetAsXlsx = ({ name, headings, rows }: Sheet): Promise<Buffer> =>
  writeExcelFile(
    [
      headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) =>
        row.map((cell) => {
          if ('text' in cell) return { value: cell.text, type: String }
          if (cell.date === null) return null
          return { value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy' }
        }),
      ),
    ],
    { sheet: name, columns: WIDTHS.map((width) => ({ width })), stickyRowsCount: 1 },
  ).toBuffer()
