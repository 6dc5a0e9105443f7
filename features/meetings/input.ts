import { z } from 'zod'
import {
  dateField,
  durationField,
  httpsLink,
  id,
  line,
  openDateField,
  paragraph,
  timeField,
} from '@/lib/plain-text'

/** A number of the case system, typed with or without its name before it; null when left empty (R16). */
const registered = (name: RegExp, shape: RegExp, key: string) =>
  line({ max: 60, required: false }).transform((typed, context) => {
    const number = typed.replace(name, '')
    if (number === '') return null
    if (shape.test(number)) return number
    context.issues.push({ code: 'custom', input: typed, params: { key } })
    return z.NEVER
  })

const fields = {
  heldOn: dateField(),
  startsAt: timeField(),
  durationMinutes: durationField(),
  place: line({ max: 200, required: false }),
  link: httpsLink(),
  sagsnr: registered(/^sagsnr\.?:?\s*/i, /^\d{4}-\d{7}$/, 'badSagsnr'),
  dokumentnr: registered(/^dokumentnr\.?:?\s*/i, /^\d{4}-\d{7}-\d+$/, 'badDokumentnr'),
  proposalsUntil: openDateField(),
  confirm: z.array(z.string()).default([]),
}

type Numbers = { sagsnr: string | null; dokumentnr: string | null }

/** A document number is its case number and a running number (S03). */
const belongTogether = ({ sagsnr, dokumentnr }: Numbers) =>
  dokumentnr === null || dokumentnr.startsWith(`${sagsnr}-`)
const atDocument = { path: ['dokumentnr'], params: { key: 'dokumentnrPrefix' } }

export const planMeetingInput = z.object({ forumId: id(), ...fields }).refine(belongTogether, atDocument)
export type PlanMeetingInput = z.output<typeof planMeetingInput>

export const changeMeetingInput = z
  .object({ id: id(), version: z.coerce.number().int().positive(), ...fields })
  .refine(belongTogether, atDocument)
export type ChangeMeetingInput = z.output<typeof changeMeetingInput>

export const meetingInput = z.object({ id: id() })
export const cancelMeetingInput = z.object({ id: id(), reason: paragraph({ max: 1000, required: true }) })
