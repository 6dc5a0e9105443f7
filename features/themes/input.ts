import { z } from 'zod'
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

export const newThemeInput = z.object(words).refine(inOrder, atEnd)
export type NewThemeInput = z.output<typeof newThemeInput>

export const changeThemeInput = z
  .object({ id: id(), version: z.coerce.number().int().positive(), ...words })
  .refine(inOrder, atEnd)
export type ChangeThemeInput = z.output<typeof changeThemeInput>
