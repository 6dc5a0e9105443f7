import { z } from 'zod'
import { id, inOrder, line, openDateField } from '@/lib/plain-text'

const words = { title: line({ max: 200 }), validFrom: openDateField(), validTo: openDateField() }
const datesInOrder = inOrder('validFrom', 'validTo')

export const newGoalInput = z.object({ forumId: id(), ...words }).superRefine(datesInOrder)
export type NewGoalInput = z.output<typeof newGoalInput>

export const changeGoalInput = z
  .object({ id: id(), version: z.coerce.number().int().positive(), ...words })
  .superRefine(datesInOrder)
export type ChangeGoalInput = z.output<typeof changeGoalInput>
