import { fileRoute } from '@/auth/file-route'
import { exampleOf } from '@/features/imports/exports'
import { isListName } from '@/features/imports/input'
import { translator } from '@/i18n/translator'
import { NotFound } from '@/lib/errors'
import { can } from '@/policy'

/** A list as it is to be filled in. */
export const GET = fileRoute((viewer, { params: { list = '' }, locale }) => {
  if (!can.administer(viewer) || !isListName(list)) throw new NotFound()
  const name = translator(locale, 'imports')(`lists.${list}.title`)
  return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', body: exampleOf(list) }
})
