import { z } from 'zod'
import { ENQUIRY_KINDS } from '@/db/schema'
import { id, openId, paragraph } from '@/lib/plain-text'

const version = z.coerce.number().int().positive()
const text = paragraph({ max: 8000, required: true })
const where = { areaId: openId(), estateId: openId() }

export const askInput = z.object({ text, ...where })
export type AskInput = z.output<typeof askInput>

/** What somebody says on the telephone, for whom. */
export const logCallInput = z.object({ askerId: id(), kind: z.enum(ENQUIRY_KINDS), text, ...where })
export type LogCallInput = z.output<typeof logCallInput>

const stamp = { id: id(), version }
export const routeInput = z.object({
  ...stamp,
  partyId: id(),
  question: paragraph({ max: 2000 }),
  leads: z.literal('1').optional(),
})
export type RouteInput = z.output<typeof routeInput>

const said = paragraph({ max: 4000, required: true })
export const partInput = z.discriminatedUnion('step', [
  z.object({ ...stamp, step: z.literal('accepted') }),
  z.object({ ...stamp, step: z.enum(['answered', 'refused', 'dropped']), text: said }),
])
export type PartInput = z.output<typeof partInput>

export const sayInput = z.object({ id: id(), kind: z.enum(['added', 'internal']), text: said })
export type SayInput = z.output<typeof sayInput>

export const enquiryStepInput = z.discriminatedUnion('step', [
  z.object({ ...stamp, step: z.literal('agree') }),
  z.object({ ...stamp, step: z.enum(['ask', 'reply', 'answer', 'reopen', 'not_ours']), text: said }),
  z.object({ ...stamp, step: z.literal('duplicate'), number: z.coerce.number().int().positive() }),
])
export type EnquiryStepInput = z.output<typeof enquiryStepInput>
