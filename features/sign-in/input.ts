import { z } from 'zod'
import { id } from '@/lib/plain-text'
import { ownPath } from './rules'

export const demoSignInInput = z.object({
  personId: id(),
  next: z.string().optional().transform(ownPath),
})
export type DemoSignInInput = z.infer<typeof demoSignInInput>

/** Whatever else was typed into the address is simply no link we know. */
export const linkInput = z.object({ token: z.string().max(200).catch('') })
export type LinkInput = z.infer<typeof linkInput>

export const nothingInput = z.object({})
