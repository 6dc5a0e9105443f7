import { z } from 'zod'
import { MAIL_STATES } from '@/db/schema'
import { id } from '@/lib/plain-text'
import { MAIL_KINDS } from './rules'

const idInAddress = z.string().max(64).optional().catch(undefined)

/** What the address asks for; whatever makes no sense is as if it were not there. */
export const outboxInput = z.object({
  state: z.enum(MAIL_STATES).optional().catch(undefined),
  kind: z.enum(MAIL_KINDS).optional().catch(undefined),
  meeting: idInAddress,
  /** The last mail of the page before, as `cursorOf` writes it. */
  before: z
    .string()
    .regex(/^\d{4}-[\dT:.-]+Z_.{1,64}$/)
    .optional()
    .catch(undefined),
})
export type OutboxFilter = z.infer<typeof outboxInput>

export const mailInput = z.object({ id: id() })
export type MailInput = z.infer<typeof mailInput>

export const sendAgainInput = z.object({ id: id(), confirm: z.array(z.string()).default([]) })
export type SendAgainInput = z.infer<typeof sendAgainInput>
