import { jsonAction } from '@/auth/json-action'
import { setOutcome } from '@/features/meetings/minutes/commands/outcome'
import { outcomeInput } from '@/features/meetings/minutes/input'
import { getWorkspace } from '@/features/meetings/minutes/queries/workspace'

export const POST = jsonAction(outcomeInput, setOutcome, getWorkspace)
