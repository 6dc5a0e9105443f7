'use server'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/auth/form-action'
import { commentHours, takeBackComment } from './commands/comments'
import { changeCommitment, promiseHours } from './commands/commitments'
import { confirmHours, nameConfirmer, removeConfirmer } from './commands/confirmations'
import { setHourRule } from './commands/forum-rules'
import { tellPreparation } from './commands/preparation'
import {
  changeCommitmentInput,
  commentInput,
  commitmentInput,
  confirmationInput,
  confirmerInput,
  hourRuleInput,
  preparationInput,
  removeCommentInput,
} from './input'

const saved = async () => (await getTranslations('hours'))('saved')

export const promiseHoursAction = formAction(commitmentInput, promiseHours, { done: saved })
export const changeCommitmentAction = formAction(changeCommitmentInput, changeCommitment, { done: saved })
export const confirmHoursAction = formAction(confirmationInput, confirmHours, {
  done: async () => (await getTranslations('hours'))('confirm.done'),
})
export const nameConfirmerAction = formAction(confirmerInput, nameConfirmer)
export const removeConfirmerAction = formAction(confirmerInput, removeConfirmer)
export const commentHoursAction = formAction(commentInput, commentHours)
export const takeBackCommentAction = formAction(removeCommentInput, takeBackComment)
export const setHourRuleAction = formAction(hourRuleInput, setHourRule)
export const tellPreparationAction = formAction(preparationInput, tellPreparation, { done: saved })
