import { z } from 'zod'
import { id, openDateField } from '@/lib/plain-text'

const version = z.coerce.number().int().positive()

export const reviewDecisionInput = z.object({ id: id(), version, reviewOn: openDateField() })
export type ReviewDecisionInput = z.output<typeof reviewDecisionInput>

export const settleDecisionInput = z.discriminatedUnion('state', [
  z.object({ id: id(), version, state: z.enum(['carried_out', 'lapsed']) }),
  z.object({ id: id(), version, state: z.literal('replaced'), replacedById: id() }),
])
export type SettleDecisionInput = z.output<typeof settleDecisionInput>
