import { z } from 'zod'
import { id } from '@/lib/plain-text'

export const readMailInput = z.object({ id: id() })
export type ReadMailInput = z.infer<typeof readMailInput>
