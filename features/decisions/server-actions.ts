'use server'
import { formAction } from '@/auth/form-action'
import { setReviewDate, settleDecision } from './commands'
import { reviewDecisionInput, settleDecisionInput } from './input'

export const setReviewDateAction = formAction(reviewDecisionInput, setReviewDate)
export const settleDecisionAction = formAction(settleDecisionInput, settleDecision)
