import { z } from 'zod'
import { httpsLink, id, line, openDateField, openId, paragraph } from '@/lib/plain-text'

const version = z.coerce.number().int().positive()

/** An outcome that is no mere "not the same" is told why. */
export const resolveOverlapInput = z.discriminatedUnion('state', [
  z.object({ id: id(), version, state: z.literal('not_same') }),
  z.object({
    id: id(),
    version,
    state: z.enum(['merged', 'referred', 'justified']),
    reason: paragraph({ max: 1000, required: true }),
  }),
])
export type ResolveOverlapInput = z.output<typeof resolveOverlapInput>

export const reopenOverlapInput = z.object({ id: id(), version })
export type ReopenOverlapInput = z.output<typeof reopenOverlapInput>

export const pointOutInput = z.object({ initiativeId: id(), known: line({ max: 300 }), link: httpsLink() })
export type PointOutInput = z.output<typeof pointOutInput>

/** The days a count is asked for, the earlier first; what makes no sense is passed over. */
export const countInput = z
  .object({ from: openDateField().catch(null), to: openDateField().catch(null) })
  .transform(({ from, to }) => (from && to && to < from ? { from: to, to: from } : { from, to }))
export type CountAddress = z.output<typeof countInput>

/** An initiative as far as it is written; what is not in order yet is passed over. */
export const writtenInput = z.object({
  planId: id(),
  initiativeId: openId().catch(null),
  title: line({ max: 160, required: false }).catch(''),
  description: paragraph({ max: 4000 }).catch(''),
  place: line({ max: 160, required: false }).catch(''),
  civicPartner: line({ max: 160, required: false }).catch(''),
  themeId: openId().catch(null),
  targetGroupId: openId().catch(null),
  activityKindId: openId().catch(null),
  estateId: openId().catch(null),
  startsOn: openDateField().catch(null),
  endsOn: openDateField().catch(null),
})
export type WrittenInput = z.output<typeof writtenInput>
