import { z } from 'zod'
import { isPlainDate } from '@/lib/dates'

const day = z.string().refine(isPlainDate).optional().catch(undefined)

/** The address of the figures: the days between which they were received. */
export const figuresInput = z.object({ from: day, to: day })
