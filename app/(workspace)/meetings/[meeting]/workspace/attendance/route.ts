import { jsonAction } from '@/auth/json-action'
import { markAllPresent, setAttendance } from '@/features/meetings/attendance/commands'
import { allPresentInput, attendanceInput } from '@/features/meetings/attendance/input'
import { getWorkspace } from '@/features/meetings/minutes/queries/workspace'

/** Everybody who has no status yet. */
export const POST = jsonAction(allPresentInput, markAllPresent, getWorkspace)
export const PATCH = jsonAction(attendanceInput, setAttendance, getWorkspace)
