import { z } from 'zod'
import {
  dateField,
  id,
  inOrder,
  line,
  openCountField,
  openDateField,
  openNumberField,
  openPercentField,
} from '@/lib/plain-text'

const words = {
  name: line({ max: 80 }),
  startsOn: dateField(),
  endsOn: dateField(),
  source: line({ max: 300 }),
  shareBasisPoints: openPercentField(),
  activity: openPercentField(),
  coordination: openPercentField(),
  teamEndsOn: openDateField(),
  teamFteHundredths: openNumberField(),
  teamPeople: openCountField(),
}
const datesInOrder = inOrder('startsOn', 'endsOn')
const teamInOrder = inOrder('startsOn', 'teamEndsOn')

export const newPeriodInput = z.object(words).superRefine(datesInOrder).superRefine(teamInOrder)
export type NewPeriodInput = z.output<typeof newPeriodInput>

export const changePeriodInput = z
  .object({ id: id(), version: z.coerce.number().int().positive(), ...words })
  .superRefine(datesInOrder)
  .superRefine(teamInOrder)
export type ChangePeriodInput = z.output<typeof changePeriodInput>
