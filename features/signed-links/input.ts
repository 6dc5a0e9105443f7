import { z } from 'zod'
import { evidenceInput, reasonInput, wantedDateInput } from '@/features/action-items/input'

/** Whatever else was typed into the address is simply no link we know. */
export const signedLinkInput = z.object({ token: z.string().max(200).catch('') })
export type SignedLinkInput = z.infer<typeof signedLinkInput>

const token = signedLinkInput.shape.token
const unstamped = { id: true, version: true } as const

/** What can be said about an action item from a mail. */
export const answerItemByLinkInput = z.discriminatedUnion('step', [
  evidenceInput.omit(unstamped).extend({ token, step: z.literal('reported_done') }),
  wantedDateInput.omit(unstamped).extend({ token, step: z.literal('date_asked') }),
  reasonInput.omit(unstamped).extend({ token, step: z.literal('refused') }),
])
export type AnswerItemByLinkInput = z.infer<typeof answerItemByLinkInput>
