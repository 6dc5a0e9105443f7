import { z } from 'zod'
import { ROLES } from '@/db/schema'
import { LOCALES } from '@/i18n/locale'
import { parseMailAddress } from '@/lib/mail-address'
import { dateField, id, line } from '@/lib/plain-text'
import { PERSON_STATES } from './rules'

const locale = z.enum(LOCALES)

export const languageInput = z.object({ locale })
export const preferencesInput = z.object({ locale, theme: z.enum(['system', 'light', 'dark']) })

const version = z.coerce.number().int().positive()
const confirm = z.array(z.string()).default([])

/** An address as it is kept and looked up. */
const email = line({ max: 254 }).transform((typed, context) => {
  const address = parseMailAddress(typed)
  if (address !== null) return address
  context.issues.push({ code: 'custom', input: typed, params: { key: 'badMail' } })
  return z.NEVER
})

const words = {
  name: line({ max: 120 }),
  title: line({ max: 120, required: false }),
  email,
  role: z.enum(ROLES),
  locale,
}

export const newPersonInput = z.object({ ...words, partyId: id() })
export type NewPersonInput = z.output<typeof newPersonInput>

export const changePersonInput = z.object({ id: id(), version, ...words })
export type ChangePersonInput = z.output<typeof changePersonInput>

export const personInput = z.object({ id: id() })
export type PersonInput = z.output<typeof personInput>

export const deactivateInput = z.object({ id: id(), version, confirm })
export type DeactivateInput = z.output<typeof deactivateInput>

export const reactivateInput = z.object({ id: id(), version })
export type ReactivateInput = z.output<typeof reactivateInput>

export const movePersonInput = z.object({
  id: id(),
  version,
  partyId: id(),
  role: z.enum(ROLES),
  title: words.title,
  email,
  movedOn: dateField(),
  seats: z.enum(['end', 'carry']),
  confirm,
})
export type MovePersonInput = z.output<typeof movePersonInput>

const anything = z.string().max(200).optional().catch(undefined)

/** What the address of the list says; what makes no sense there is as if it had not been said. */
export const listAddress = z.object({
  q: anything,
  party: anything,
  role: z.enum(ROLES).optional().catch(undefined),
  state: z.enum(PERSON_STATES).optional().catch(undefined),
})
export type ListAddress = z.output<typeof listAddress>
