'use server'
import { formAction } from '@/auth/form-action'
import { startMeeting } from './commands/meeting'
import { approveMinutes, sendMinutes } from './commands/send'
import { meetingInput, sendMinutesInput } from './input'

const sentPage = {
  redirectTo: (count: number, { meetingId }: { meetingId: string }) =>
    `/meetings/${meetingId}/minutes?sent=${count}`,
}

export const startMeetingAction = formAction(meetingInput, startMeeting, {
  redirectTo: (meetingId) => `/meetings/${meetingId}/workspace`,
})
export const sendMinutesAction = formAction(sendMinutesInput, sendMinutes, sentPage)
export const approveMinutesAction = formAction(meetingInput, approveMinutes, sentPage)
