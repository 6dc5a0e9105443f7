import type { AttendanceStatus } from '@/db/schema'

/** Somebody sat on the seat, in person or by deputy. */
export const tookPart = (status: AttendanceStatus | null): boolean =>
  status === 'present' || status === 'deputy'

/** Until every expected seat has a status the minutes cannot say who was there. */
export const isUnset = (row: { status: AttendanceStatus | null }): boolean => row.status === null
