import type { AttendanceStatus } from '@/db/schema'

export const STATUS_CHOICES = [
  'present',
  'apology',
  'deputy',
  'absent',
] as const satisfies readonly AttendanceStatus[]

/** Somebody sat on the seat, in person or by deputy. */
export const tookPart = (status: AttendanceStatus | null): boolean =>
  status === 'present' || status === 'deputy'
