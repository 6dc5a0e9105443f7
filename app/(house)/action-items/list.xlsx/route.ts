import { fileRoute } from '@/auth/file-route'
import { listAsRows } from '@/features/action-items/exports/rows'
import { listInput } from '@/features/action-items/input'
import { listWhole } from '@/features/action-items/queries/list'
import { today } from '@/lib/dates'
import { FILE_TYPES } from '@/lib/file-types'
import { sheetsAsXlsx } from '@/lib/xlsx'

export const GET = fileRoute(async (viewer, { request, locale, now }) => {
  const address = listInput.parse(Object.fromEntries(new URL(request.url).searchParams))
  const all = listWhole(viewer, address, today(now))
  return {
    name: 'opgaver.xlsx',
    type: FILE_TYPES.xlsx,
    body: await sheetsAsXlsx([listAsRows(all, locale)]),
  }
})
