import { z } from 'zod'
import { REPORT_READERS } from '@/db/schema'
import { isPlainDate } from '@/lib/dates'

/** Counts, whole minutes, working days, øre, and basis points. */
const UNITS = ['count', 'minutes', 'days', 'money', 'percent'] as const
export type Unit = (typeof UNITS)[number]

const address = z.string().startsWith('/')
const day = z.string().refine(isPlainDate)
/** Null where it may not be told exactly (R8), or where there is nothing to say it of. */
const whole = z.number().int().nullable()

const figure = z.object({
  value: whole,
  unit: z.enum(UNITS),
  /** What a percentage is of. */
  of: z.number().int().optional(),
  text: z.string(),
  /** The rows it was counted from; none where there are none. */
  href: address.optional(),
})
export type Figure = z.output<typeof figure>

const sentence = z.array(z.union([z.string(), figure]))
export type Sentence = z.output<typeof sentence>

const cell = z.object({
  value: z.union([z.string(), whole]),
  text: z.string(),
  of: z.number().int().optional(),
  href: address.optional(),
})
export type Cell = z.output<typeof cell>

const table = z.object({
  title: z.string(),
  columns: z.array(z.object({ heading: z.string(), kind: z.enum([...UNITS, 'text', 'date']) })),
  /** The first cell of each names the row. */
  rows: z.array(z.array(cell)),
  /** The last row is what the others make together. */
  hasTotal: z.boolean(),
})
export type Table = z.output<typeof table>

const chart = z.object({
  title: z.string(),
  /** What the whole width stands for. */
  most: z.number().int(),
  series: z.array(z.object({ label: z.string(), fill: z.enum(['solid', 'hatch']) })),
  bars: z.array(
    z.object({ label: z.string(), values: z.array(z.object({ value: whole, text: z.string() })) }),
  ),
})
export type Chart = z.output<typeof chart>

const section = z.object({
  key: z.string(),
  heading: z.string(),
  sentences: z.array(sentence),
  chart: chart.optional(),
  tables: z.array(table),
  /** How it is counted, and what it is counted from. */
  definitions: z.array(z.string()),
  sources: z.array(z.string()),
})
export type Section = z.output<typeof section>

/**
 * The redegørelse as data, in its reader's words: the page, every file and what is kept of one given away are drawn from
 * this and nothing else. What is stored is read through it, so a shape of long ago is refused and not drawn wrongly.
 */
export const report = z.object({
  shape: z.literal(1),
  locale: z.enum(['da', 'en']),
  title: z.string(),
  reader: z.enum(REPORT_READERS),
  /** Whom it is made for, which period and which forum it is of, as one reads it. */
  readerName: z.string(),
  period: z.string(),
  from: day,
  to: day,
  forum: z.string(),
  extractedAt: z.iso.datetime(),
  /** "Udtrukket den … kl. …" */
  extracted: z.string(),
  sections: z.array(section),
})
export type Report = z.output<typeof report>
