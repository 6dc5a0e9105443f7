'use server'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/auth/form-action'
import { answerInvitation, noteAnswer } from './commands/answer'
import { answerInput, noteAnswerInput } from './input'

export const answerInvitationAction = formAction(answerInput, answerInvitation)
export const noteAnswerAction = formAction(noteAnswerInput, noteAnswer, {
  done: async () => (await getTranslations('invitations'))('noted'),
})
