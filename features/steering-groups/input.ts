import { z } from 'zod'
import { id, line, openDateField } from '@/lib/plain-text'

const words = {
  name: line({ max: 120 }),
  endedOn: openDateField(),
  successorForumId: id()
    .optional()
    .transform((forum) => forum ?? null),
  source: line({ max: 300 }),
}

export const newSteeringGroupInput = z.object({ planId: id(), ...words })
export type NewSteeringGroupInput = z.output<typeof newSteeringGroupInput>

export const changeSteeringGroupInput = z.object({
  id: id(),
  version: z.coerce.number().int().positive(),
  ...words,
})
export type ChangeSteeringGroupInput = z.output<typeof changeSteeringGroupInput>
