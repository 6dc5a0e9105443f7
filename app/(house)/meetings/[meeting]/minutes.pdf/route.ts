import { fileRoute } from '@/auth/file-route'
import { minutesDocument } from '@/features/meetings/minutes/exports/document'
import { minutesAsPdf } from '@/features/meetings/minutes/exports/pdf'
import { versionIn } from '@/features/meetings/minutes/input'
import { getMinutes } from '@/features/meetings/minutes/queries/read'

export const GET = fileRoute(async (viewer, { request, params, locale }) => {
  const document = minutesDocument(getMinutes(viewer, params.meeting ?? '', versionIn(request.url)), locale)
  return { name: `${document.title}.pdf`, type: 'application/pdf', body: await minutesAsPdf(document) }
})
