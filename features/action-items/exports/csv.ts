import { stringify } from 'csv-stringify/sync'
import { formatDate, type Locale } from '@/lib/format'
import type { Sheet } from './rows'

/** As Danish Excel opens it: semicolons, a byte order mark, and no cell that is taken for a formula. */
export const sheetAsCsv = ({ headings, rows }: Sheet, locale: Locale): string =>
  stringify(
    [
      headings,
      ...rows.map((row) =>
        row.map((cell) =>
          'text' in cell ? cell.text : cell.date ? formatDate(cell.date, locale, 'numeric') : '',
        ),
      ),
    ],
    { delimiter: ';', bom: true, escape_formulas: true, record_delimiter: 'windows' },
  )
