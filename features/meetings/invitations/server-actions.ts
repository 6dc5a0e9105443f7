'use server'
import { formAction } from '@/auth/form-action'
import { answerInvitation } from './commands/answer'
import { answerInput } from './input'

export const answerInvitationAction = formAction(answerInput, answerInvitation)
