import { z } from 'zod'
import { DOCUMENTS } from '@/db/schema'
import { dateField, id, line } from '@/lib/plain-text'

export const fileDocumentInput = z.object({
  meetingId: id(),
  document: z.enum(DOCUMENTS),
  filedOn: dateField(),
  dokumentnr: line({ max: 40, required: false }),
})
export type FileDocumentInput = z.output<typeof fileDocumentInput>
