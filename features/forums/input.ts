import { z } from 'zod'
import { FORUM_KINDS, FORUM_MARKS } from '@/db/schema'
import { id, inOrder, line, openDateField, openId } from '@/lib/plain-text'

const nobody = id()
  .optional()
  .transform((person) => person ?? null)

const words = {
  name: line({ max: 120 }),
  rhythm: line({ max: 200, required: false }),
  mark: z.enum(FORUM_MARKS),
  convenerId: nobody,
  deputyConvenerId: nobody,
  validFrom: openDateField(),
  validTo: openDateField(),
}
const datesInOrder = inOrder('validFrom', 'validTo')

export const newForumInput = z
  .object({ area: line({ max: 80 }), source: line({ max: 300 }), ...words })
  .superRefine(datesInOrder)
export type NewForumInput = z.output<typeof newForumInput>

export const newGroupInput = z.object({
  parentId: id(),
  kind: z.enum(FORUM_KINDS).exclude(['forum']),
  name: words.name,
  rhythm: words.rhythm,
  planId: openId(),
  convenerId: nobody,
  deputyConvenerId: nobody,
})
export type NewGroupInput = z.output<typeof newGroupInput>

export const changeForumInput = z
  .object({
    id: id(),
    version: z.coerce.number().int().positive(),
    confirm: z.array(z.string()).default([]),
    planId: openId(),
    ...words,
  })
  .superRefine(datesInOrder)
export type ChangeForumInput = z.output<typeof changeForumInput>
