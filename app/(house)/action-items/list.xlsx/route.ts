import { fileRoute } from '@/auth/file-route'
import { listAsRows } from '@/features/action-items/exports/rows'
import { sheetAsXlsx } from '@/features/action-items/exports/xlsx'
import { listInput } from '@/features/action-items/input'
import { listWhole } from '@/features/action-items/queries/list'
import { today } from '@/lib/dates'

export const GET = fileRoute(async (viewer, { request, locale, now }) => {
  const address = listInput.parse(Object.fromEntries(new URL(request.url).searchParams))
  const all = listWhole(viewer, address, today(now))
  return {
    name: 'opgaver.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: await sheetAsXlsx(listAsRows(all, locale)),
  }
})
