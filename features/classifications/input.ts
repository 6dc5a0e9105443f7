import { z } from 'zod'
import { CLASSIFICATION_LISTS } from '@/db/schema'
import { id, line, openDateField } from '@/lib/plain-text'

const words = {
  nameDa: line({ max: 80 }),
  nameEn: line({ max: 80 }),
  validFrom: openDateField(),
  validTo: openDateField(),
}
const inOrder = ({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }) =>
  validFrom === null || validTo === null || validFrom <= validTo
const atEnd = { path: ['validTo'], params: { key: 'endsBeforeItBegins' } }

export const newClassificationInput = z
  .object({ list: z.enum(CLASSIFICATION_LISTS), ...words })
  .refine(inOrder, atEnd)
export type NewClassificationInput = z.output<typeof newClassificationInput>

export const changeClassificationInput = z
  .object({ id: id(), version: z.coerce.number().int().positive(), ...words })
  .refine(inOrder, atEnd)
export type ChangeClassificationInput = z.output<typeof changeClassificationInput>
