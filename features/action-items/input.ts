import { z } from 'zod'
import { ACTION_ITEM_STATES, FOLLOWER_ROLES, VISIBILITIES } from '@/db/schema'
import { isPlainDate } from '@/lib/dates'
import { dateField, httpsLink, id, line, paragraph } from '@/lib/plain-text'

const stamp = { id: id(), version: z.coerce.number().int().positive() }
const reason = paragraph({ max: 1000, required: true })
const confirm = z.array(z.string()).default([])
const visibility = z.enum(VISIBILITIES)
const title = line({ max: 200 })

/** One choice for both, so that the two always fit together: "party/person". */
const responsible = z.string().transform((choice, context) => {
  const [partyId, personId] = choice.split('/').map((part) => id().safeParse(part).data)
  if (partyId && personId) return { partyId, personId }
  context.issues.push({ code: 'custom', input: choice, params: { key: 'unknown' } })
  return z.NEVER
})

export const stampInput = z.object(stamp)
export const reasonInput = z.object({ ...stamp, reason })
export const evidenceInput = z.object({
  ...stamp,
  evidence: paragraph({ max: 2000, required: true }),
  link: httpsLink(),
})
export const waitingInput = z.object({
  ...stamp,
  waitingOn: line({ max: 120 }),
  until: dateField().optional(),
})
export const wantedDateInput = z.object({ ...stamp, dueOn: dateField(), reason, confirm })
export const movedDateInput = z.object({
  ...stamp,
  dueOn: dateField(),
  text: paragraph({ max: 1000 }),
  confirm,
})
export const dateAnswerInput = z
  .object({ ...stamp, answer: z.enum(['grant', 'keep']), text: paragraph({ max: 1000 }) })
  .refine(({ answer, text }) => answer === 'grant' || text !== '', {
    path: ['text'],
    params: { key: 'required' },
  })

export const reassignInput = z
  .object({ ...stamp, responsible, dueOn: dateField(), text: paragraph({ max: 1000 }), confirm })
  .transform(({ responsible, ...rest }) => ({ ...rest, ...responsible }))

export const handOverInput = z.object({ ...stamp, personId: id(), text: paragraph({ max: 1000 }) })

export const followerInput = z.object({ id: id(), personId: id() })
export const addFollowerInput = followerInput.extend({ role: z.enum(FOLLOWER_ROLES) })

const actionItemIds = z.array(id()).min(1).max(200)
export const severalInput = z.discriminatedUnion('step', [
  z.object({ step: z.literal('closed'), actionItemIds }),
  z.object({
    step: z.literal('date_moved'),
    actionItemIds,
    dueOn: dateField(),
    text: paragraph({ max: 1000 }),
    confirm,
  }),
])
export type SeveralInput = z.output<typeof severalInput>

export const changeInput = z.object({ ...stamp, title, visibility })

export const createInput = z
  .object({ forumId: id(), title, responsible, dueOn: dateField(), visibility, confirm })
  .transform(({ responsible, ...rest }) => ({ ...rest, ...responsible }))

const chosen = id().optional().catch(undefined)

/** The address of the list; what makes no sense in it is passed over. */
export const listInput = z.object({
  scope: z.enum(['mine', 'party', 'waiting', 'following', 'all', 'forum']).optional().catch(undefined),
  forum: chosen,
  party: chosen,
  state: z.enum(ACTION_ITEM_STATES).optional().catch(undefined),
  sort: z.enum(['due', 'title', 'party', 'forum']).optional().catch(undefined),
  late: z.literal('1').optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).optional().catch(undefined),
  /** Settled on this day or later: what a figure over time was counted from. */
  since: z.string().refine(isPlainDate).optional().catch(undefined),
})
export type ListAddress = z.infer<typeof listInput>
