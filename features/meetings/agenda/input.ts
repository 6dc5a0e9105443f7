import { z } from 'zod'
import { ITEM_KINDS, VISIBILITIES } from '@/db/schema'
import { durationField, id, line, paragraph } from '@/lib/plain-text'

const words = {
  title: line({ max: 200 }),
  kind: z.enum(ITEM_KINDS),
  presenter: line({ max: 120, required: false }),
  minutes: durationField()
    .optional()
    .transform((minutes = 0) => minutes),
  description: paragraph({ max: 4000 }),
  proposerPartyId: id()
    .optional()
    .transform((party) => party ?? null),
}

export const addItemInput = z.object({
  meetingId: id(),
  ...words,
  visibility: z.enum(VISIBILITIES).default('internal'),
  /** Another appearance of a matter that has been on an agenda before. */
  topicId: id().optional(),
})
/** What nobody said stays internal. */
export type AddItemInput = Pick<z.output<typeof addItemInput>, 'meetingId' | 'title' | 'kind'> &
  Partial<z.output<typeof addItemInput>>

export const changeItemInput = z.object({
  id: id(),
  version: z.coerce.number().int().positive(),
  ...words,
  visibility: z.enum(VISIBILITIES),
})
export type ChangeItemInput = z.output<typeof changeItemInput>

export const moveItemInput = z.object({ id: id(), to: z.enum(['up', 'down']).or(z.coerce.number().int()) })
export type MoveItemInput = z.output<typeof moveItemInput>

export const itemInput = z.object({ id: id() })
export const agendaInput = z.object({ id: id() })
export const carryTopicInput = z.object({ meetingId: id(), topicId: id() })
