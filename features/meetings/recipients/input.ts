import { z } from 'zod'
import { DOCUMENTS } from '@/db/schema'
import { id } from '@/lib/plain-text'

/** A sending: of which meeting's agenda or minutes. */
export const sendingInput = z.object({ meetingId: id(), document: z.enum(DOCUMENTS) })
export type SendingInput = z.infer<typeof sendingInput>
