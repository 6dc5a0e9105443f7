import { z } from 'zod'
import { dateField, id, inOrder, line, openDateField, openMoneyField, paragraph } from '@/lib/plain-text'

const version = z.coerce.number().int().positive()
const words = {
  name: line({ max: 120 }),
  purpose: paragraph({ max: 2000 }),
  contract: line({ max: 300, required: false }),
  startsOn: openDateField(),
  endsOn: openDateField(),
  budgetOre: openMoneyField(),
  fund: openMoneyField(),
  organisations: openMoneyField(),
  municipality: openMoneyField(),
  others: openMoneyField(),
  confirm: z.array(z.string()).default([]),
}
const datesInOrder = inOrder('startsOn', 'endsOn')

export const newPlanInput = z.object({ areaId: id(), leadPartyId: id(), ...words }).superRefine(datesInOrder)
export type NewPlanInput = z.output<typeof newPlanInput>

export const changePlanInput = z.object({ id: id(), version, ...words }).superRefine(datesInOrder)
export type ChangePlanInput = z.output<typeof changePlanInput>

export const planInput = z.object({ id: id(), version })
export type PlanInput = z.output<typeof planInput>

export const addOrganisationInput = z.object({ id: id(), partyId: id() })
export type AddOrganisationInput = z.output<typeof addOrganisationInput>

export const succeedPlanInput = z.object({ id: id(), successorId: id(), happenedOn: dateField() })
export type SucceedPlanInput = z.output<typeof succeedPlanInput>

export const remarkInput = z.object({ id: id(), text: paragraph({ max: 2000, required: true }) })
export type RemarkInput = z.output<typeof remarkInput>

export const planRemarkInput = z.object({ id: id() })
export type PlanRemarkInput = z.output<typeof planRemarkInput>

type Point = { latitude: number | null; longitude: number | null }

/** A point as a map shows it: 55.705200, 12.541000. */
const point = line({ max: 40, required: false }).transform((typed, context): Point => {
  if (typed === '') return { latitude: null, longitude: null }
  const match = /^(-?\d{1,2}[.,]\d{1,8})[,;\s]\s*(-?\d{1,3}[.,]\d{1,8})$/.exec(typed)
  const [latitude, longitude] = (match?.slice(1) ?? []).map((part) => Number(part.replace(',', '.')))
  const inDenmark =
    latitude !== undefined &&
    longitude !== undefined &&
    latitude > 54 &&
    latitude < 58 &&
    longitude > 7 &&
    longitude < 16
  if (inDenmark) return { latitude: Math.round(latitude * 1e6), longitude: Math.round(longitude * 1e6) }
  context.issues.push({ code: 'custom', input: typed, params: { key: 'badPoint' } })
  return z.NEVER
})

export const newEstateInput = z
  .object({ planId: id(), name: line({ max: 120 }), point })
  .transform(({ point: at, ...estate }) => ({ ...estate, ...at }))
export type NewEstateInput = z.output<typeof newEstateInput>

export const changeEstateInput = z
  .object({ id: id(), version, name: line({ max: 120 }), point })
  .transform(({ point: at, ...estate }) => ({ ...estate, ...at }))
export type ChangeEstateInput = z.output<typeof changeEstateInput>
