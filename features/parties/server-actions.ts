'use server'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/auth/form-action'
import { changeParty, createParty } from './commands'
import { changePartyInput, newPartyInput } from './input'

export const createPartyAction = formAction(newPartyInput, createParty, {
  redirectTo: (id) => `/admin/parties/${id}`,
})
export const changePartyAction = formAction(changePartyInput, changeParty, {
  done: async () => (await getTranslations('parties'))('saved'),
})
