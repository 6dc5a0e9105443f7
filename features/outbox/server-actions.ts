'use server'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/auth/form-action'
import { sendAgain, withdrawMail } from './commands'
import { mailInput, sendAgainInput } from './input'

const saying = (key: 'withdrawn' | 'sentAgain') => ({
  done: async () => (await getTranslations('outbox.detail'))(key),
})

export const withdrawMailAction = formAction(mailInput, withdrawMail, saying('withdrawn'))
export const sendAgainAction = formAction(sendAgainInput, sendAgain, saying('sentAgain'))
