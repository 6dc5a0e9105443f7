import { fileRoute } from '@/auth/file-route'
import { minutesDocument } from '@/features/meetings/minutes/exports/document'
import { versionIn } from '@/features/meetings/minutes/input'
import { getMinutes } from '@/features/meetings/minutes/queries/read'
import { FILE_TYPES } from '@/lib/file-types'
import { paperAsPdf } from '@/lib/pdf'

export const GET = fileRoute(async (viewer, { request, params, locale }) => {
  const document = minutesDocument(getMinutes(viewer, params.meeting ?? '', versionIn(request.url)), locale)
  return { name: `${document.title}.pdf`, type: FILE_TYPES.pdf, body: await paperAsPdf(document) }
})
