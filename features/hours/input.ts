import { z } from 'zod'
import { hoursField, id, line, quarterField } from '@/lib/plain-text'

const EARLIEST = 2000
const LATEST = 2100

/** The address of the hours: a calendar year, one of its quarters, and the department the rows are asked of. What makes no sense is not asked for. */
export const hoursInput = z.object({
  year: z.coerce.number().int().min(EARLIEST).max(LATEST).optional().catch(undefined),
  department: z.string().optional().catch(undefined),
  quarter: z.coerce.number().int().min(1).max(4).optional().catch(undefined),
})

const promised = {
  hours: hoursField(),
  source: line({ max: 300 }),
  confirm: z.array(z.string()).default([]),
}

export const commitmentInput = z.object({ planId: id(), partyId: id(), period: quarterField(), ...promised })
export type CommitmentInput = z.output<typeof commitmentInput>

const version = z.coerce.number().int().positive()
export const changeCommitmentInput = z.object({ id: id(), version, ...promised })
export type ChangeCommitmentInput = z.output<typeof changeCommitmentInput>
