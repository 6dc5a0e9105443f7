import { jsonAction } from '@/auth/json-action'
import { finishMeeting } from '@/features/meetings/minutes/commands/meeting'
import { meetingInput } from '@/features/meetings/minutes/input'
import { getWorkspace } from '@/features/meetings/minutes/queries/workspace'

export const POST = jsonAction(meetingInput, finishMeeting, getWorkspace)
