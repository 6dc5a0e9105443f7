import { z } from 'zod'
import { id, paragraph } from '@/lib/plain-text'

export const commentInput = z.object({
  meetingId: id(),
  itemId: id(),
  body: paragraph({ max: 2000, required: true }),
})
export type CommentInput = z.output<typeof commentInput>

export const answerCommentInput = z.object({
  id: id(),
  followed: z.enum(['yes', 'no']).transform((said) => said === 'yes'),
  answer: paragraph({ max: 2000 }),
})
export type AnswerCommentInput = z.output<typeof answerCommentInput>
