'use server'
import { openFormAction } from '@/auth/form-action'
import { answerByLinkInput } from '@/features/meetings/invitations/input'
import { acceptBySignedLink, answerBySignedLink } from './commands/act'
import { signedLinkInput } from './input'

export const acceptBySignedLinkAction = openFormAction(signedLinkInput, acceptBySignedLink, {
  redirectTo: () => '/l/done?what=action_item.accept',
})
export const answerBySignedLinkAction = openFormAction(answerByLinkInput, answerBySignedLink, {
  redirectTo: () => '/l/done?what=meeting.answer',
})
