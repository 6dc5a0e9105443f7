import { jsonAction } from '@/auth/json-action'
import { addGuest, removeGuest } from '@/features/meetings/attendance/commands'
import { guestInput, removeGuestInput } from '@/features/meetings/attendance/input'
import { getWorkspace } from '@/features/meetings/minutes/queries/workspace'

export const POST = jsonAction(guestInput, addGuest, getWorkspace)
export const DELETE = jsonAction(removeGuestInput, removeGuest, getWorkspace)
