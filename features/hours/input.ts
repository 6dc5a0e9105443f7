import { z } from 'zod'

const EARLIEST = 2000
const LATEST = 2100

/** The address of the hours: a calendar year, and one of its quarters. What makes no sense is not asked for. */
export const hoursInput = z.object({
  year: z.coerce.number().int().min(EARLIEST).max(LATEST).optional().catch(undefined),
  quarter: z.coerce.number().int().min(1).max(4).optional().catch(undefined),
})
