import { z } from 'zod'
import { SIMILAR_KINDS } from '@/db/schema'
import { id, openId } from '@/lib/plain-text'

/** What the form holds while one writes: anything goes, it is only compared. */
export const similarInput = z.object({
  text: z
    .string()
    .catch('')
    .transform((text) => text.slice(0, 8000).toWellFormed()),
  areaId: openId(),
  estateId: openId(),
})

export const differentInput = z.object({ id: id(), subjectKind: z.enum(SIMILAR_KINDS), subjectId: id() })
export type DifferentInput = z.output<typeof differentInput>
