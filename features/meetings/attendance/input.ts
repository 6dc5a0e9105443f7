import { z } from 'zod'
import { ATTENDANCE_STATUSES } from '@/db/schema'
import { id, line, timeField } from '@/lib/plain-text'

const LONGEST_PREPARATION = 24 * 60

/** A time that may be left empty. */
const optionalTime = z
  .string()
  .optional()
  .transform((typed) => typed?.trim() || undefined)
  .pipe(timeField().optional())
  .transform((time) => time ?? null)

export const attendanceInput = z.object({
  meetingId: id(),
  id: id(),
  version: z.coerce.number().int().positive(),
  status: z.enum(ATTENDANCE_STATUSES),
  deputyName: line({ max: 120, required: false }),
  arrivedAt: optionalTime,
  leftAt: optionalTime,
  preparationMinutes: z.coerce.number().int().min(0).max(LONGEST_PREPARATION).nullable().default(null),
})
export type AttendanceInput = z.output<typeof attendanceInput>

export const allPresentInput = z.object({ meetingId: id() })

export const guestInput = z.object({
  meetingId: id(),
  /** Given by the browser, so that the same guest sent twice is one. */
  id: z.uuid(),
  name: line({ max: 120 }),
  organisation: line({ max: 120, required: false }),
})
export type GuestInput = z.output<typeof guestInput>

export const removeGuestInput = z.object({ meetingId: id(), id: id() })
