import { z } from 'zod'
import { id, paragraph } from '@/lib/plain-text'

export const standingInput = z.object({
  id: id(),
  standing: z.enum(['yes', 'no']).transform((said) => said === 'yes'),
})
export type StandingInput = z.output<typeof standingInput>

export const topicItemInput = z.object({ id: id() })

export const passTopicInput = z.object({
  id: id(),
  forumId: id(),
  background: paragraph({ max: 4000, required: true }),
})
export type PassTopicInput = z.output<typeof passTopicInput>
