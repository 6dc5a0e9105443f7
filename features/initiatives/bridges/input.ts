import { z } from 'zod'
import { id, quarterField } from '@/lib/plain-text'

const people = z
  .string()
  .optional()
  .transform((typed = '', context) => {
    const digits = typed.trim()
    if (/^\d{1,6}$/.test(digits)) return Number(digits)
    context.issues.push({ code: 'custom', input: typed, params: { key: digits ? 'badCount' : 'required' } })
    return z.NEVER
  })

export const countInput = z
  .object({ initiativeId: id(), offerId: id(), period: quarterField(), contacts: people, ledOn: people })
  .refine(({ contacts, ledOn }) => ledOn <= contacts, {
    path: ['ledOn'],
    params: { key: 'ledOnBeyondContacts' },
  })
export type CountInput = z.output<typeof countInput>
