import { z } from 'zod'
import { id, inOrder, line, openDateField, openId, paragraph } from '@/lib/plain-text'

const version = z.coerce.number().int().positive()
const words = {
  title: line({ max: 160 }),
  description: paragraph({ max: 2000 }),
  themeId: openId(),
  targetGroupId: openId(),
  activityKindId: openId(),
  /** Null: for the whole city. */
  areaId: openId(),
  estateId: openId(),
  place: line({ max: 160, required: false }),
  opening: line({ max: 300, required: false }),
  contact: line({ max: 300, required: false }),
  startsOn: openDateField(),
  endsOn: openDateField(),
}
const datesInOrder = inOrder('startsOn', 'endsOn')

export const newOfferInput = z.object({ partyId: id(), ...words }).superRefine(datesInOrder)
export type NewOfferInput = z.output<typeof newOfferInput>

export const changeOfferInput = z.object({ id: id(), version, ...words }).superRefine(datesInOrder)
export type ChangeOfferInput = z.output<typeof changeOfferInput>

export const offerInput = z.object({ id: id(), version })
export type OfferInput = z.output<typeof offerInput>

const chosen = id().optional().catch(undefined)
export const listInput = z.object({ area: chosen, party: chosen, group: chosen, kind: chosen })
export type ListAddress = z.infer<typeof listInput>
