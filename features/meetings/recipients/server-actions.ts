'use server'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/auth/form-action'
import { regretSending, resumeSending } from './commands'
import { sendingInput } from './input'

const counting = (key: 'done' | 'resumed') => ({
  done: async (count: number) => (await getTranslations('outbox.regret'))(key, { count }),
})

export const regretSendingAction = formAction(sendingInput, regretSending, counting('done'))
export const resumeSendingAction = formAction(sendingInput, resumeSending, counting('resumed'))
