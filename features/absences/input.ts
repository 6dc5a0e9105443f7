import { z } from 'zod'
import { dateField, id } from '@/lib/plain-text'

export const setAbsenceInput = z
  .object({ fromDay: dateField(), toDay: dateField(), deputyId: id() })
  .refine(({ fromDay, toDay }) => fromDay <= toDay, { path: ['toDay'], params: { key: 'datesReversed' } })
export type SetAbsenceInput = z.output<typeof setAbsenceInput>

export const absenceInput = z.object({ id: id() })
export type AbsenceInput = z.output<typeof absenceInput>
