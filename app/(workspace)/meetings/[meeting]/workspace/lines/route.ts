import { jsonAction } from '@/auth/json-action'
import { changeLine } from '@/features/meetings/minutes/commands/change-line'
import { logLine } from '@/features/meetings/minutes/commands/lines'
import { changeLineInput, logLineInput } from '@/features/meetings/minutes/input'
import { getWorkspace } from '@/features/meetings/minutes/queries/workspace'

export const POST = jsonAction(logLineInput, logLine, getWorkspace)
export const PATCH = jsonAction(changeLineInput, changeLine, getWorkspace)
