import { z } from 'zod'
import { isPlainDate } from '@/lib/dates'
import { SUBJECTS } from './rules'

const date = z.string().refine(isPlainDate).optional().catch(undefined)
const id = z.string().max(64).optional().catch(undefined)

/** What the address asks for; whatever makes no sense is as if it were not there. */
export const eventsInput = z.object({
  about: z.enum(SUBJECTS).optional().catch(undefined),
  subject: id,
  person: id,
  forum: id,
  from: date,
  to: date,
  before: z.coerce.number().int().positive().optional().catch(undefined),
})
export type EventFilter = z.infer<typeof eventsInput>
