'use server'
import { formAction } from '@/auth/form-action'
import { importFiles } from './commands'
import { importFilesInput } from './input'
import { reportSentences } from './sentences'

export const importFilesAction = formAction(importFilesInput, importFiles, {
  done: (report, locale) => reportSentences(report, locale).join(' '),
})
