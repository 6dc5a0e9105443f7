import { fileRoute } from '@/auth/file-route'
import { minutesDocument } from '@/features/meetings/minutes/exports/document'
import { minutesAsDocx } from '@/features/meetings/minutes/exports/docx'
import { versionIn } from '@/features/meetings/minutes/input'
import { getMinutes } from '@/features/meetings/minutes/queries/read'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const GET = fileRoute(async (viewer, { request, params, locale }) => {
  const document = minutesDocument(getMinutes(viewer, params.meeting ?? '', versionIn(request.url)), locale)
  return { name: `${document.title}.docx`, type: WORD, body: await minutesAsDocx(document) }
})
