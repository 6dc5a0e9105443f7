import { jsonAction } from '@/auth/json-action'
import { removeLine } from '@/features/meetings/minutes/commands/change-line'
import { whichLineInput } from '@/features/meetings/minutes/input'
import { getWorkspace } from '@/features/meetings/minutes/queries/workspace'

export const POST = jsonAction(whichLineInput, removeLine, getWorkspace)
