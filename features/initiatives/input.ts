import { z } from 'zod'
import { CLASSIFICATION_LISTS, INITIATIVE_STATES } from '@/db/schema'
import { id, ids, inOrder, line, openDateField, openId, openMoneyField, paragraph } from '@/lib/plain-text'

const version = z.coerce.number().int().positive()

const words = {
  title: line({ max: 160 }),
  description: paragraph({ max: 4000 }),
  themeId: openId(),
  targetGroupId: openId(),
  activityKindId: openId(),
  estateId: openId(),
  place: line({ max: 160, required: false }),
  startsOn: openDateField(),
  endsOn: openDateField(),
  civicPartner: line({ max: 160, required: false }),
  coreService: line({ max: 300 }),
  costOre: openMoneyField(),
  cofinancedOre: openMoneyField(),
  leadId: id(),
  partyIds: ids(),
  offerIds: ids(),
  confirm: z.array(z.string()).default([]),
}
type Words = {
  startsOn: string | null
  endsOn: string | null
  costOre: number | null
  cofinancedOre: number | null
}
const datesInOrder = inOrder('startsOn', 'endsOn')
const withinCost = ({ costOre, cofinancedOre }: Words) =>
  (cofinancedOre ?? 0) <= (costOre ?? cofinancedOre ?? 0)
const atShare = { path: ['cofinancedOre'], params: { key: 'cofinancedBeyondCost' } }

export const newInitiativeInput = z
  .object({ planId: id(), ...words })
  .superRefine(datesInOrder)
  .refine(withinCost, atShare)
export type NewInitiativeInput = z.output<typeof newInitiativeInput>

export const changeInitiativeInput = z
  .object({ id: id(), version, ...words })
  .superRefine(datesInOrder)
  .refine(withinCost, atShare)
export type ChangeInitiativeInput = z.output<typeof changeInitiativeInput>

export const hillInput = z.object({
  id: id(),
  version,
  hill: z.coerce.number().int().min(1).max(5),
  text: paragraph({ max: 1000, required: true }),
})
export type HillInput = z.output<typeof hillInput>

export const initiativeInput = z.object({ id: id(), version })
export type InitiativeInput = z.output<typeof initiativeInput>

export const reasonedInput = z.object({ id: id(), version, text: paragraph({ max: 1000, required: true }) })
export type ReasonedInput = z.output<typeof reasonedInput>

const chosen = id().optional().catch(undefined)

/** The address of the list; what makes no sense in it is passed over. */
export const listInput = z.object({
  area: chosen,
  plan: chosen,
  theme: chosen,
  group: chosen,
  state: z.enum(INITIATIVE_STATES).optional().catch(undefined),
  missing: z.enum(CLASSIFICATION_LISTS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).optional().catch(undefined),
})
export type ListAddress = z.infer<typeof listInput>
