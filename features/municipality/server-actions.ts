'use server'
import { formAction } from '@/auth/form-action'
import { reportSentences } from '@/features/imports/sentences'
import { importFiles } from './commands'
import { importFilesInput } from './input'

export const importFilesAction = formAction(importFilesInput, importFiles, {
  done: (report, locale) => reportSentences(report, locale).join(' '),
})
