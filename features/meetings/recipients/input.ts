import { z } from 'zod'
import { id } from '@/lib/plain-text'
import { SENDINGS } from './rules'

/** A sending: of what, about which meeting. */
export const sendingInput = z.object({ meetingId: id(), document: z.enum(SENDINGS) })
export type SendingInput = z.infer<typeof sendingInput>
