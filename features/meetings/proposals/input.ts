import { z } from 'zod'
import { ITEM_KINDS, VISIBILITIES } from '@/db/schema'
import { durationField, id, line, paragraph } from '@/lib/plain-text'

export const proposeInput = z.object({
  meetingId: id(),
  title: line({ max: 200 }),
  kind: z.enum(ITEM_KINDS).exclude(['formality']),
  minutes: durationField()
    .optional()
    .transform((minutes = 0) => minutes),
  description: paragraph({ max: 4000 }),
  visibility: z.enum(VISIBILITIES),
})
export type ProposeInput = z.output<typeof proposeInput>

const text = paragraph({ max: 2000, required: true })
export const stepInput = z.discriminatedUnion('step', [
  z.object({ id: id(), step: z.enum(['accepted', 'withdrawn']) }),
  z.object({ id: id(), step: z.enum(['asked', 'answered', 'declined']), text }),
  z.object({ id: id(), step: z.literal('passed_on'), text, forumId: id() }),
])
export type StepInput = z.output<typeof stepInput>
