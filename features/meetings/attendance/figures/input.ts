import { z } from 'zod'
import { isPlainDate } from '@/lib/dates'
import { PERIODS } from './rules'

const day = z.string().refine(isPlainDate).optional().catch(undefined)

/** The address of attendance: how it is cut, the days, and perhaps a forum (by slug) and a department. What makes no sense is not asked for. */
export const attendanceFiguresInput = z.object({
  by: z.enum(PERIODS).catch('quarter'),
  from: day,
  to: day,
  forum: z.string().optional().catch(undefined),
  department: z.string().optional().catch(undefined),
})
