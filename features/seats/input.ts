import { z } from 'zod'
import { SEAT_KINDS } from '@/db/schema'
import { dateField, id } from '@/lib/plain-text'
import { MOST_REQUIRED } from './rules'

const version = z.coerce.number().int().positive()
const validTo = dateField()
  .optional()
  .transform((date) => date ?? null)
const period = { validFrom: dateField(), validTo }

export const addSeatInput = z.object({
  forumId: id(),
  personId: id(),
  /** Left out: the person sits for the party they come from. */
  partyId: id().optional(),
  kind: z.enum(SEAT_KINDS),
  ...period,
  confirm: z.array(z.string()).default([]),
})
export type AddSeatInput = z.output<typeof addSeatInput>

export const changeSeatInput = z.object({ id: id(), version, kind: z.enum(SEAT_KINDS), ...period })
export type ChangeSeatInput = z.output<typeof changeSeatInput>

export const endSeatInput = z.object({ id: id(), version, endsOn: dateField() })
export type EndSeatInput = z.output<typeof endSeatInput>

export const seatInput = z.object({ id: id(), version })
export type SeatInput = z.output<typeof seatInput>

const count = z
  .string()
  .optional()
  .transform((typed = '', context) => {
    const number = /^\s*\d\s*$/.test(typed) ? Number(typed) : Number.NaN
    if (number <= MOST_REQUIRED) return number
    context.issues.push({
      code: 'custom',
      input: typed,
      params: { key: 'badSeatCount', most: MOST_REQUIRED },
    })
    return z.NEVER
  })

/** A count with the one that stood there when the form was drawn. */
export const requiredSeatsInput = z.object({
  forumId: id(),
  partyId: id(),
  count,
  was: z.coerce.number().int().min(0),
})
export type RequiredSeatsInput = z.output<typeof requiredSeatsInput>

/** What the address of the seat map says; what makes no sense there is as if it had not been said. */
export const seatMapAddress = z.object({
  forum: z.string().optional().catch(undefined),
  on: dateField().optional().catch(undefined),
})
