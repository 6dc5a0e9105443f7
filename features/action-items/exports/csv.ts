import { csv } from '@/lib/csv'
import { formatDate, type Locale } from '@/lib/format'
import type { Sheet } from './rows'

export const sheetAsCsv = ({ headings, rows }: Sheet, locale: Locale): string =>
  csv([
    headings,
    ...rows.map((row) =>
      row.map((cell) =>
        'text' in cell ? cell.text : cell.date ? formatDate(cell.date, locale, 'numeric') : '',
      ),
    ),
  ])
