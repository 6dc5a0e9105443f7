import { z } from 'zod'
import { LEFT_KINDS, PLACEMENTS, type Placement, QUALIFIERS } from '@/db/schema'
import { dateField, id, line, openDateField, openHoursField, openId, paragraph } from '@/lib/plain-text'
import { MOST_MEETINGS_A_YEAR, MOST_PEOPLE } from './rules'

const version = z.coerce.number().int().positive()
const confirm = z.array(z.string()).default([])

/** A whole number that makes sense, or nothing where nobody knows it: null then, never 0. */
const openFigure = (most: number) =>
  z
    .string()
    .optional()
    .transform((typed = '', context) => {
      const digits = typed.trim()
      if (digits === '') return null
      const figure = /^\d{1,4}$/.test(digits) ? Number(digits) : 0
      if (figure >= 1 && figure <= most) return figure
      context.issues.push({ code: 'custom', input: typed, params: { key: 'absurdBaseline', most } })
      return z.NEVER
    })

const words = {
  name: line({ max: 120 }),
  endedOn: openDateField(),
  successorForumId: openId(),
  source: line({ max: 300 }),
  meetingsAYear: openFigure(MOST_MEETINGS_A_YEAR),
  municipalPeople: openFigure(MOST_PEOPLE),
  minutesAYear: openHoursField(),
  baselineSource: line({ max: 300, required: false }),
  baselineEstimated: z
    .enum(['as_stated', 'estimated'])
    .default('as_stated')
    .transform((how) => how === 'estimated'),
}

export const newSteeringGroupInput = z.object({ planId: id(), ...words })
export type NewSteeringGroupInput = z.output<typeof newSteeringGroupInput>

export const changeSteeringGroupInput = z.object({ id: id(), version, confirm, ...words })
export type ChangeSteeringGroupInput = z.output<typeof changeSteeringGroupInput>

export const leaveInput = z.object({
  groupId: id(),
  kind: z.enum(LEFT_KINDS),
  text: line({ max: 300 }),
})
export type LeaveInput = z.output<typeof leaveInput>

type Where = { placement: Exclude<Placement, 'ended'>; id: string } | { placement: 'ended'; id: null }

/** `decision/<id>`, or `ended`. */
const where = z
  .string()
  .optional()
  .transform((chosen = '', context): Where => {
    if (chosen === 'ended') return { placement: 'ended', id: null }
    const [, placement, onto = ''] = /^([a-z_]+)\/([0-9a-z-]{1,40})$/.exec(chosen) ?? []
    const known = PLACEMENTS.find((one) => one === placement)
    if (known && known !== 'ended') return { placement: known, id: onto }
    context.issues.push({
      code: 'custom',
      input: chosen,
      params: { key: chosen === '' ? 'choose' : 'unknown' },
    })
    return z.NEVER
  })

export const placeInput = z
  .object({ successionItemId: id(), version, where, endedReason: paragraph({ max: 500 }) })
  .refine(({ where: { placement }, endedReason }) => placement !== 'ended' || endedReason !== '', {
    path: ['endedReason'],
    params: { key: 'required' },
  })
export type PlaceInput = z.output<typeof placeInput>

export const removeLeftInput = z.object({ successionItemId: id(), version })
export type RemoveLeftInput = z.output<typeof removeLeftInput>

export const closeGroupInput = z.object({ id: id(), version, confirm })
export type CloseGroupInput = z.output<typeof closeGroupInput>

export const reopenGroupInput = z.object({ id: id(), version })
export type ReopenGroupInput = z.output<typeof reopenGroupInput>

const MOST_GROUPS = 999

export const keepCountInput = z.object({
  id: openId(),
  version: z.coerce.number().int().min(0).default(0),
  count: z
    .string()
    .optional()
    .transform((typed = '', context) => {
      const digits = typed.trim()
      if (/^[1-9]\d{0,2}$/.test(digits)) return Number(digits)
      const params = digits === '' ? { key: 'required' } : { key: 'absurdCount', most: MOST_GROUPS }
      context.issues.push({ code: 'custom', input: typed, params })
      return z.NEVER
    }),
  qualifier: z.enum(QUALIFIERS),
  asOf: dateField(),
  source: line({ max: 300 }),
})
export type KeepCountInput = z.output<typeof keepCountInput>

const MOST_YEAR = 2100

/** The address of the ledger: the forum whose groups are shown, the year that is compared, and the form that is open. */
export const ledgerInput = z.object({
  forum: z.string().optional().catch(undefined),
  year: z.coerce.number().int().min(1990).max(MOST_YEAR).optional().catch(undefined),
  edit: z.enum(['count']).optional().catch(undefined),
})

/** Of one group: what is to be placed. */
export const groupPageInput = z.object({
  place: z.string().optional().catch(undefined),
})
