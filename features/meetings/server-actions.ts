'use server'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/auth/form-action'
import { announceMeeting, cancelMeeting, changeMeeting, planMeeting } from './commands'
import { cancelMeetingInput, changeMeetingInput, meetingInput, planMeetingInput } from './input'

const said = async () => (await getTranslations('meetings.details'))('saved')

export const planMeetingAction = formAction(planMeetingInput, planMeeting, {
  redirectTo: (id) => `/meetings/${id}/agenda`,
})
export const changeMeetingAction = formAction(changeMeetingInput, changeMeeting, { done: said })
export const announceMeetingAction = formAction(meetingInput, announceMeeting)
export const cancelMeetingAction = formAction(cancelMeetingInput, cancelMeeting, {
  redirectTo: (_, { id }) => `/meetings/${id}`,
})
