'use server'
import { formAction } from '@/auth/form-action'
import { answerComment, comment } from './commands'
import { answerCommentInput, commentInput } from './input'

export const commentAction = formAction(commentInput, comment)
export const answerCommentAction = formAction(answerCommentInput, answerComment)
