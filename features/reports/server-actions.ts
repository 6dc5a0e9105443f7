'use server'

import { formAction } from '@/auth/form-action'
import { giveReport } from './commands/give'
import { giveInput } from './input'

export const giveReportAction = formAction(giveInput, giveReport, { redirectTo: (id) => `/reports/${id}` })
