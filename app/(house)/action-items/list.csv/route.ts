import { fileRoute } from '@/auth/file-route'
import { sheetAsCsv } from '@/features/action-items/exports/csv'
import { listAsRows } from '@/features/action-items/exports/rows'
import { listInput } from '@/features/action-items/input'
import { listWhole } from '@/features/action-items/queries/list'
import { today } from '@/lib/dates'
import { FILE_TYPES } from '@/lib/file-types'

export const GET = fileRoute((viewer, { request, locale, now }) => {
  const address = listInput.parse(Object.fromEntries(new URL(request.url).searchParams))
  const all = listWhole(viewer, address, today(now))
  return {
    name: 'opgaver.csv',
    type: FILE_TYPES.csv,
    body: sheetAsCsv(listAsRows(all, locale), locale),
  }
})
