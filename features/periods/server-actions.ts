'use server'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/auth/form-action'
import { addPeriod, changePeriod } from './commands'
import { changePeriodInput, newPeriodInput } from './input'

/**
 * A period added or prolonged is what lets the team write again. The page is drawn anew where it stands, and with it the
 * frame, which says whether the team has ended.
 */
const options = {
  afterTheEnd: true,
  done: async () => (await getTranslations('registers'))('saved'),
}
export const addPeriodAction = formAction(newPeriodInput, addPeriod, options)
export const changePeriodAction = formAction(changePeriodInput, changePeriod, options)
