import { z } from 'zod'
import { id, line } from '@/lib/plain-text'

const answers = <Shape extends z.ZodRawShape>(asked: Shape) =>
  z.discriminatedUnion('answer', [
    z.object({ ...asked, answer: z.enum(['coming', 'nobody']) }),
    z.object({ ...asked, answer: z.literal('deputy'), deputyName: line({ max: 120 }) }),
    z.object({ ...asked, answer: z.literal('partly'), itemIds: z.array(id()).min(1).max(60) }),
  ])

export const answerInput = answers({ meetingId: id() })
export type AnswerInput = z.output<typeof answerInput>

/** Heard by telephone, for somebody else. */
export const noteAnswerInput = z
  .object({
    meetingId: id(),
    personId: id(),
    answer: z.enum(['coming', 'deputy', 'nobody']),
    deputyName: line({ max: 120, required: false }),
  })
  .refine(({ answer, deputyName }) => answer !== 'deputy' || deputyName !== '', {
    path: ['deputyName'],
    params: { key: 'required' },
  })
export type NoteAnswerInput = z.output<typeof noteAnswerInput>

/** From a mail, by somebody who is not signed in. */
export const answerByLinkInput = answers({ token: z.string().max(200).catch('') })
export type AnswerByLinkInput = z.output<typeof answerByLinkInput>
