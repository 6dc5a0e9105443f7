import { z } from 'zod'
import { METHOD_RESULTS } from '@/db/schema'
import { httpsLink, id, line, openDateField, openId, paragraph } from '@/lib/plain-text'

const version = z.coerce.number().int().positive()
const words = {
  title: line({ max: 160 }),
  description: paragraph({ max: 3000, required: true }),
  activityKindId: openId(),
  evidence: paragraph({ max: 2000 }),
  link: httpsLink(),
}

export const newMethodInput = z.object(words)
export type NewMethodInput = z.output<typeof newMethodInput>

export const changeMethodInput = z.object({ id: id(), version, ...words })
export type ChangeMethodInput = z.output<typeof changeMethodInput>

export const trialInput = z.object({
  methodId: id(),
  forumId: id(),
  result: z.enum(METHOD_RESULTS).exclude(['proposed']),
  triedBy: line({ max: 160, required: false }),
  startedOn: openDateField(),
  note: paragraph({ max: 1000 }),
})
export type TrialInput = z.output<typeof trialInput>

export const proposeMethodInput = z.object({ methodId: id(), forumId: id() })
export type ProposeMethodInput = z.output<typeof proposeMethodInput>
