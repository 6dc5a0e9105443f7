import { z } from 'zod'
import { id } from '@/lib/plain-text'

const people = z
  .string()
  .optional()
  .transform((typed = '', context) => {
    const digits = typed.trim()
    if (/^\d{1,6}$/.test(digits)) return Number(digits)
    context.issues.push({ code: 'custom', input: typed, params: { key: digits ? 'badCount' : 'required' } })
    return z.NEVER
  })

/** "2026-3": the third quarter. */
const quarter = z.string().transform((chosen, context) => {
  const match = /^(20\d\d)-([1-4])$/.exec(chosen)
  if (match) return { year: Number(match[1]), quarter: Number(match[2]) }
  context.issues.push({ code: 'custom', input: chosen, params: { key: 'unknown' } })
  return z.NEVER
})

export const countInput = z
  .object({ initiativeId: id(), offerId: id(), period: quarter, contacts: people, ledOn: people })
  .refine(({ contacts, ledOn }) => ledOn <= contacts, {
    path: ['ledOn'],
    params: { key: 'ledOnBeyondContacts' },
  })
export type CountInput = z.output<typeof countInput>
