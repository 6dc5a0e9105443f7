import { csv } from '@/lib/csv'
import { formatDate, type Locale } from '@/lib/format'
import type { listAsRows } from './rows'

export const sheetAsCsv = ({ columns, rows }: ReturnType<typeof listAsRows>, locale: Locale): string =>
  csv([
    columns.map(({ heading }) => heading),
    ...rows.map((row) =>
      row.map((cell) =>
        'text' in cell ? cell.text : cell.date ? formatDate(cell.date, locale, 'numeric') : '',
      ),
    ),
  ])
