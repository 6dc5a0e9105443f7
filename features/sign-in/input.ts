import { z } from 'zod'
import { parseMailAddress } from '@/lib/mail-address'
import { id, line } from '@/lib/plain-text'
import { ownPath } from './rules'

const wanted = z.string().optional().transform(ownPath)

export const demoSignInInput = z.object({
  personId: id(),
  next: wanted,
})
export type DemoSignInInput = z.infer<typeof demoSignInInput>

/** Whatever else was typed into the address is simply no link we know. */
export const linkInput = z.object({ token: z.string().max(200).catch('') })
export type LinkInput = z.infer<typeof linkInput>

export const nothingInput = z.object({})

/** An invitation goes along when it is to be linked. */
export const setOutInput = z.object({ next: wanted, invitation: z.string().max(200).optional() })

const address = z
  .string()
  .optional()
  .transform((typed = '', context) => {
    const address = parseMailAddress(typed)
    if (address) return address
    context.issues.push({ code: 'custom', input: typed, params: { key: 'badMail' } })
    return z.NEVER
  })

export const askInput = z.object({ address, next: wanted })
export type AskInput = z.infer<typeof askInput>

export const codeInput = z.object({ code: line({ max: 40 }) })
export type CodeInput = z.infer<typeof codeInput>
