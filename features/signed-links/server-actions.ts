'use server'
import { openFormAction } from '@/auth/form-action'
import { actBySignedLink } from './commands/act'
import { signedLinkInput } from './input'

export const actBySignedLinkAction = openFormAction(signedLinkInput, actBySignedLink, {
  redirectTo: (purpose) => `/l/done?what=${purpose}`,
})
