import { z } from 'zod'

const EARLIEST = 2000
const LATEST = 2100

/** The address of the hours: a calendar year, one of its quarters, and the department the rows are asked of. What makes no sense is not asked for. */
export const hoursInput = z.object({
  year: z.coerce.number().int().min(EARLIEST).max(LATEST).optional().catch(undefined),
  department: z.string().optional().catch(undefined),
  quarter: z.coerce.number().int().min(1).max(4).optional().catch(undefined),
})
