import { z } from 'zod'
import { ALLOCATION_CATEGORIES, FIGURE_NATURES, FUNDING_FIGURES } from '@/db/schema'
import {
  dateField,
  httpsLink,
  id,
  ids,
  line,
  moneyField,
  openDateField,
  openId,
  openPercentField,
  paragraph,
} from '@/lib/plain-text'

const version = z.coerce.number().int().positive()
/** The period whose page it is typed on, and which that page shows again afterwards. */
const periodId = id()
const source = line({ max: 300 })

const figure = {
  periodId,
  kind: z.enum(FUNDING_FIGURES),
  nature: z.enum(FIGURE_NATURES),
  amountOre: moneyField(),
  claimedBasisPoints: openPercentField(),
  base: line({ max: 200 }),
  source,
}
export const newFigureInput = z.object(figure)
export type NewFigureInput = z.output<typeof newFigureInput>
export const changeFigureInput = z.object({ id: id(), version, ...figure })
export type ChangeFigureInput = z.output<typeof changeFigureInput>

const allocation = {
  periodId,
  category: z.enum(ALLOCATION_CATEGORIES),
  label: line({ max: 160 }),
  /** A plan or an area; neither for what goes to all. */
  placeId: openId(),
  amountOre: moneyField(),
  decisionIds: ids(),
  source,
}
export const newAllocationInput = z.object(allocation)
export type NewAllocationInput = z.output<typeof newAllocationInput>
export const changeAllocationInput = z.object({ id: id(), version, ...allocation })
export type ChangeAllocationInput = z.output<typeof changeAllocationInput>

const decision = {
  periodId,
  body: line({ max: 120 }),
  decidedOn: dateField(),
  itemNumber: line({ max: 20, required: false }),
  title: line({ max: 300 }),
  link: httpsLink(),
  source,
}
export const newDecisionInput = z.object(decision)
export type NewDecisionInput = z.output<typeof newDecisionInput>
export const changeDecisionInput = z.object({ id: id(), version, ...decision })
export type ChangeDecisionInput = z.output<typeof changeDecisionInput>

const remark = {
  periodId,
  parties: line({ max: 300 }),
  text: paragraph({ max: 2000, required: true }),
  followUpOn: openDateField(),
  followedUp: paragraph({ max: 2000 }),
}
export const newRemarkInput = z.object({ politicalDecisionId: id(), ...remark })
export type NewRemarkInput = z.output<typeof newRemarkInput>
export const changeRemarkInput = z.object({ id: id(), version, ...remark })
export type ChangeRemarkInput = z.output<typeof changeRemarkInput>

export const removalInput = z.object({ id: id(), version, periodId })
export type RemovalInput = z.output<typeof removalInput>

const EDITED = ['figure', 'allocation', 'decision', 'remark'] as const
const chosen = id().optional().catch(undefined)

/** The address of the page: which period, and what is being written. What makes no sense is passed over. */
export const fundingInput = z.object({
  period: z.string().optional().catch(undefined),
  edit: z.enum(EDITED).optional().catch(undefined),
  id: chosen,
  decision: chosen,
})
export type FundingAddress = z.infer<typeof fundingInput>
