'use server'
import { formAction } from '@/auth/form-action'
import { openCorrection } from './commands/correct'
import { startMeeting } from './commands/meeting'
import { approveMinutes, sendMinutes } from './commands/send'
import { correctionInput, meetingInput, sendMinutesInput } from './input'

const sentPage = {
  redirectTo: (count: number, { meetingId }: { meetingId: string }) =>
    `/meetings/${meetingId}/minutes?sent=${count}`,
}

export const startMeetingAction = formAction(meetingInput, startMeeting, {
  redirectTo: (meetingId) => `/meetings/${meetingId}/workspace`,
})
export const sendMinutesAction = formAction(sendMinutesInput, sendMinutes, sentPage)
export const approveMinutesAction = formAction(meetingInput, approveMinutes, sentPage)
export const openCorrectionAction = formAction(correctionInput, openCorrection, {
  redirectTo: (_, { meetingId }) => `/meetings/${meetingId}/minutes`,
})
