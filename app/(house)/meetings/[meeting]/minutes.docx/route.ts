import { fileRoute } from '@/auth/file-route'
import { minutesDocument } from '@/features/meetings/minutes/exports/document'
import { versionIn } from '@/features/meetings/minutes/input'
import { getMinutes } from '@/features/meetings/minutes/queries/read'
import { paperAsDocx } from '@/lib/docx'
import { FILE_TYPES } from '@/lib/file-types'

export const GET = fileRoute(async (viewer, { request, params, locale }) => {
  const document = minutesDocument(getMinutes(viewer, params.meeting ?? '', versionIn(request.url)), locale)
  return { name: `${document.title}.docx`, type: FILE_TYPES.docx, body: await paperAsDocx(document) }
})
