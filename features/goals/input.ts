import { z } from 'zod'
import { id, line, openDateField } from '@/lib/plain-text'

const words = { title: line({ max: 200 }), validFrom: openDateField(), validTo: openDateField() }
const inOrder = ({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }) =>
  validFrom === null || validTo === null || validFrom <= validTo
const atEnd = { path: ['validTo'], params: { key: 'endsBeforeItBegins' } }

export const newGoalInput = z.object({ forumId: id(), ...words }).refine(inOrder, atEnd)
export type NewGoalInput = z.output<typeof newGoalInput>

export const changeGoalInput = z
  .object({ id: id(), version: z.coerce.number().int().positive(), ...words })
  .refine(inOrder, atEnd)
export type ChangeGoalInput = z.output<typeof changeGoalInput>
