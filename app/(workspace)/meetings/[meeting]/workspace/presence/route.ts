import { jsonAction } from '@/auth/json-action'
import { notePresence, othersPresent } from '@/features/meetings/minutes/commands/presence'
import { presenceInput } from '@/features/meetings/minutes/input'
import { getWorkspace } from '@/features/meetings/minutes/queries/workspace'

/** Asked every few seconds: who else is here, and how the log stands. */
export const POST = jsonAction(presenceInput, notePresence, (viewer, { meetingId }) => ({
  log: getWorkspace(viewer, { meetingId }),
  others: othersPresent(viewer, meetingId, new Date()),
}))
