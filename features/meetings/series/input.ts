import { z } from 'zod'
import { dateField, durationField, httpsLink, id, line, timeField } from '@/lib/plain-text'
import { MOST_OCCURRENCES, POSITIONS, RHYTHMS, type SeriesRule, WEEKDAYS } from './rules'

const orNothing = (value: unknown) => (value === '' ? undefined : value)

const rule = {
  forumId: id(),
  rhythm: z.enum(RHYTHMS),
  position: z.coerce.number().pipe(z.literal(POSITIONS)),
  weekday: z.coerce.number().pipe(z.literal(WEEKDAYS)),
  startsOn: dateField(),
  count: z.preprocess(orNothing, z.coerce.number().int().min(2).max(MOST_OCCURRENCES).optional()),
  until: z.preprocess(orNothing, dateField().optional()),
}

type Typed = Omit<SeriesRule, 'end'> & {
  forumId: string
  startsOn: string
  count?: number | undefined
  until?: string | undefined
}
type Ended<Input extends Typed> = Omit<Input, 'rhythm' | 'position' | 'weekday' | 'count' | 'until'> & {
  rule: SeriesRule
}

/** A series ends on a day or after so many meetings: on the day, when both are given. */
function ended<Input extends Typed>(typed: Input, context: z.RefinementCtx<Input>): Ended<Input> {
  const { rhythm, position, weekday, count, until, ...rest } = typed
  const end = until !== undefined ? { until } : count !== undefined ? { count } : null
  if (end) return { ...rest, rule: { rhythm, position, weekday, end } }
  context.issues.push({ code: 'custom', input: typed, path: ['until'], params: { key: 'seriesEnd' } })
  return z.NEVER
}

/** What the address asks to be shown before anything is planned. */
export const seriesPreviewInput = z.object(rule).transform(ended)
export type SeriesPreview = z.output<typeof seriesPreviewInput>

export const planSeriesInput = z
  .object({
    ...rule,
    confirm: z.array(z.string()).default([]),
    dates: z.array(dateField()).min(1).max(MOST_OCCURRENCES),
    startsAt: timeField(),
    durationMinutes: durationField(),
    place: line({ max: 200, required: false }),
    link: httpsLink(),
  })
  .transform(ended)
export type PlanSeriesInput = z.output<typeof planSeriesInput>
