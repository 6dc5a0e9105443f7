import { z } from 'zod'
import { id } from '@/lib/plain-text'

export const makeFeedInput = z.object({
  /** Left out: the person's own meetings, wherever they sit. */
  forumId: id().optional(),
  withDueDates: z.literal('on').optional(),
})
export type MakeFeedInput = z.output<typeof makeFeedInput>

export const feedInput = z.object({ id: id() })
export type FeedInput = z.output<typeof feedInput>
