'use server'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/auth/form-action'
import { changeMailPreferences, resumeReminders, stopReminders } from './commands'
import { mailPreferencesInput, resumeRemindersInput, stopRemindersInput } from './input'

export const changeMailPreferencesAction = formAction(mailPreferencesInput, changeMailPreferences, {
  done: async () => (await getTranslations('me.mail'))('saved'),
})
export const stopRemindersAction = formAction(stopRemindersInput, stopReminders)
export const resumeRemindersAction = formAction(resumeRemindersInput, resumeReminders)
