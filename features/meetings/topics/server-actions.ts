'use server'
import { formAction } from '@/auth/form-action'
import { closeTopic, keepItem, passTopic, setStanding } from './commands'
import { passTopicInput, standingInput, topicItemInput } from './input'

export const keepItemAction = formAction(topicItemInput, keepItem)
export const closeTopicAction = formAction(topicItemInput, closeTopic)
export const setStandingAction = formAction(standingInput, setStanding)
export const passTopicAction = formAction(passTopicInput, passTopic, {
  redirectTo: (meetingId) => `/meetings/${meetingId}/agenda`,
})
