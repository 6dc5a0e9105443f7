import { z } from 'zod'
import { dateField, id, line } from '@/lib/plain-text'

const words = {
  name: line({ max: 80 }),
  startsOn: dateField(),
  endsOn: dateField(),
  source: line({ max: 300 }),
}
const inOrder = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) => startsOn <= endsOn
const atEnd = { path: ['endsOn'], params: { key: 'endsBeforeItBegins' } }

export const newPeriodInput = z.object(words).refine(inOrder, atEnd)
export type NewPeriodInput = z.output<typeof newPeriodInput>

export const changePeriodInput = z
  .object({ id: id(), version: z.coerce.number().int().positive(), ...words })
  .refine(inOrder, atEnd)
export type ChangePeriodInput = z.output<typeof changePeriodInput>
