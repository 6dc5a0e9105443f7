import { z } from 'zod'
import { CLASSIFICATION_LISTS } from '@/db/schema'
import { id, inOrder, line, openDateField } from '@/lib/plain-text'

const words = {
  nameDa: line({ max: 80 }),
  nameEn: line({ max: 80 }),
  validFrom: openDateField(),
  validTo: openDateField(),
}
const datesInOrder = inOrder('validFrom', 'validTo')

export const newClassificationInput = z
  .object({ list: z.enum(CLASSIFICATION_LISTS), ...words })
  .superRefine(datesInOrder)
export type NewClassificationInput = z.output<typeof newClassificationInput>

export const changeClassificationInput = z
  .object({ id: id(), version: z.coerce.number().int().positive(), ...words })
  .superRefine(datesInOrder)
export type ChangeClassificationInput = z.output<typeof changeClassificationInput>

export const startingListInput = z.object({ list: z.enum(CLASSIFICATION_LISTS) })
export type StartingListInput = z.output<typeof startingListInput>
