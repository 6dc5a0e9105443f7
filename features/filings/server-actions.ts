'use server'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/auth/form-action'
import { fileDocument } from './commands'
import { fileDocumentInput } from './input'

export const fileDocumentAction = formAction(fileDocumentInput, fileDocument, {
  done: async () => (await getTranslations('filings'))('saved'),
})
