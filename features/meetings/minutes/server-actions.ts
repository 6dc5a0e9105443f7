'use server'

import { formAction } from '@/auth/form-action'
import { startMeeting } from './commands/meeting'
import { approveMinutes, sendMinutes } from './commands/send'
import { meetingInput, sendMinutesInput } from './input'

const readMinutes = (_: unknown, { meetingId }: { meetingId: string }) => `/meetings/${meetingId}/minutes`

export const startMeetingAction = formAction(meetingInput, startMeeting, {
  redirectTo: (meetingId) => `/meetings/${meetingId}/workspace`,
})
export const sendMinutesAction = formAction(sendMinutesInput, sendMinutes, { redirectTo: readMinutes })
export const approveMinutesAction = formAction(meetingInput, approveMinutes, { redirectTo: readMinutes })
