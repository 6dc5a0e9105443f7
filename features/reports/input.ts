import { z } from 'zod'
import { REPORT_READERS } from '@/db/schema'
import { isPlainDate } from '@/lib/dates'
import { line } from '@/lib/plain-text'
import { daysOf } from './rules'

const day = z.string().refine(isPlainDate).optional().catch(undefined)
const word = z
  .string()
  .regex(/^[0-9a-z-]{1,60}$/)
  .optional()
  .catch(undefined)

const address = z.object({
  /** A year or one of its quarters; two days that are typed say it instead. */
  period: z.string().optional().catch(undefined),
  from: day,
  to: day,
  /** Slug. */
  forum: word,
  reader: z.enum(REPORT_READERS).optional().catch(undefined),
  party: word,
})

/** Two days in their order. */
function inOrder({ period, from, to, ...rest }: z.output<typeof address>) {
  const days = daysOf(period ?? '')
  const [first, last] = [from ?? days?.from, to ?? days?.to]
  if (first && last && last < first) return { ...rest, from: last, to: first }
  return { ...rest, from: first, to: last }
}

/** The address of a report; what makes no sense in it is passed over. */
export const reportInput = address.transform(inOrder)
export type ReportAddress = z.output<typeof reportInput>

/** The address of the rows behind one of its figures. */
export const rowsInput = z.intersection(
  reportInput,
  z.object({
    figure: z.string().max(200).catch(''),
    page: z.coerce.number().int().positive().catch(1),
  }),
)

/** `seen`: the hash of the report on the page on which the button was pressed. */
export const giveInput = z.intersection(
  reportInput,
  z.object({
    givenTo: line({ max: 120 }),
    seen: z.string().optional().default(''),
    locale: z.enum(['da', 'en']).catch('da'),
  }),
)
export type GiveInput = z.output<typeof giveInput>
