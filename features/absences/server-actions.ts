'use server'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/auth/form-action'
import { endAbsence, setAbsence } from './commands'
import { absenceInput, setAbsenceInput } from './input'

export const setAbsenceAction = formAction(setAbsenceInput, setAbsence, {
  done: async () => (await getTranslations('me.absence'))('saved'),
})
export const endAbsenceAction = formAction(absenceInput, endAbsence)
