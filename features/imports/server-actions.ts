'use server'
import { formAction } from '@/auth/form-action'
import { importList } from './commands'
import { importListInput } from './input'
import { reportSentences } from './sentences'

export const importListAction = formAction(importListInput, importList, {
  done: (report, locale) => reportSentences(report, locale).join(' '),
})
