import { fileRoute } from '@/auth/file-route'
import { readAttachment } from '@/features/meetings/attachments/queries'
import { CONTENT_TYPES } from '@/features/meetings/attachments/rules'

export const GET = fileRoute((viewer, { params }) => {
  const { name, medium, body } = readAttachment(viewer, params.attachment ?? '')
  return { name, type: CONTENT_TYPES[medium], body }
})
