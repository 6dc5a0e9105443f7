import { z } from 'zod'
import { id } from '@/lib/plain-text'

const NAMED = ['plan', 'initiative', 'goal'] as const
export type Named = (typeof NAMED)[number]

/** "plan/…", "initiative/…" or "goal/…"; nothing chosen is nothing named. */
const named = z
  .string()
  .optional()
  .transform((chosen = '', context) => {
    if (chosen === '') return null
    const [kind, subject] = chosen.split('/')
    const subjectId = id().safeParse(subject).data
    const known = NAMED.find((one) => one === kind)
    if (known && subjectId) return { kind: known, id: subjectId }
    context.issues.push({ code: 'custom', input: chosen, params: { key: 'unknown' } })
    return z.NEVER
  })

export const nameSubjectInput = z.object({
  at: z.enum(['agenda_item', 'action_item']),
  id: id(),
  about: named,
})
export type NameSubjectInput = z.output<typeof nameSubjectInput>
