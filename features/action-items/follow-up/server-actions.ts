'use server'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/auth/form-action'
import { changeMailPreferences, chaseParty, resumeReminders, stopReminders } from './commands'
import { chaseInput, mailPreferencesInput, resumeRemindersInput, stopRemindersInput } from './input'

export const changeMailPreferencesAction = formAction(mailPreferencesInput, changeMailPreferences, {
  afterTheEnd: true,
  done: async () => (await getTranslations('me.mail'))('saved'),
})
export const stopRemindersAction = formAction(stopRemindersInput, stopReminders)
export const resumeRemindersAction = formAction(resumeRemindersInput, resumeReminders)
export const chasePartyAction = formAction(chaseInput, chaseParty, {
  done: async (count) => (await getTranslations('actionItems.chase'))('done', { count }),
})
