import { z } from 'zod'
import { PARTY_KINDS } from '@/db/schema'
import { dateField, id, line } from '@/lib/plain-text'

const day = dateField()
  .optional()
  .transform((date) => date ?? null)

const words = {
  shortName: line({ max: 30 }),
  name: line({ max: 120 }),
  administrator: line({ max: 120, required: false }).transform((typed) => typed || null),
  sortKey: line({ max: 120, required: false }),
  validFrom: day,
  validTo: day,
}

export const newPartyInput = z.object({ kind: z.enum(PARTY_KINDS), ...words })
export type NewPartyInput = z.output<typeof newPartyInput>

export const changePartyInput = z.object({
  id: id(),
  version: z.coerce.number().int().positive(),
  ...words,
  confirm: z.array(z.string()).default([]),
})
export type ChangePartyInput = z.output<typeof changePartyInput>
