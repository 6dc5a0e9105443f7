'use server'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/auth/form-action'

import { readMail } from './commands'
import { readMailInput } from './input'

async function asText(reading: ReturnType<typeof readMail>): Promise<string> {
  const [mail, t] = [await reading, await getTranslations('outbox')]
  if ('withdrawn' in mail) return t('detail.nothingToRead', { reason: t(`problems.${mail.withdrawn}`) })
  return `${t('detail.subject', { subject: mail.subject })}\n\n${mail.text}`
}

export const readMailAction = formAction(readMailInput, readMail, { done: asText })
