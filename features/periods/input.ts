import { z } from 'zod'
import { dateField, id, inOrder, line } from '@/lib/plain-text'

const words = {
  name: line({ max: 80 }),
  startsOn: dateField(),
  endsOn: dateField(),
  source: line({ max: 300 }),
}
const datesInOrder = inOrder('startsOn', 'endsOn')

export const newPeriodInput = z.object(words).superRefine(datesInOrder)
export type NewPeriodInput = z.output<typeof newPeriodInput>

export const changePeriodInput = z
  .object({ id: id(), version: z.coerce.number().int().positive(), ...words })
  .superRefine(datesInOrder)
export type ChangePeriodInput = z.output<typeof changePeriodInput>
