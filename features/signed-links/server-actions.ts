'use server'
import { openFormAction } from '@/auth/form-action'
import { answerByLinkInput } from '@/features/meetings/invitations/input'
import { acceptBySignedLink, answerBySignedLink, answerItemBySignedLink } from './commands/act'
import { answerItemByLinkInput, signedLinkInput } from './input'

export const acceptBySignedLinkAction = openFormAction(signedLinkInput, acceptBySignedLink, {
  redirectTo: () => '/l/done?what=action_item.accept',
})
export const answerBySignedLinkAction = openFormAction(answerByLinkInput, answerBySignedLink, {
  redirectTo: () => '/l/done?what=meeting.answer',
})
export const answerItemBySignedLinkAction = openFormAction(answerItemByLinkInput, answerItemBySignedLink, {
  redirectTo: () => '/l/done?what=action_item.answer',
})
