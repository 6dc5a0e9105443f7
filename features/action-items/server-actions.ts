'use server'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/auth/form-action'
import {
  acceptActionItem,
  handOverActionItem,
  refuseActionItem,
  reportDone,
  resumeActionItem,
  waitActionItem,
} from './commands/answer'
import { changeActionItem, releaseActionItem } from './commands/change'
import { createActionItem } from './commands/create'
import { answerDueDate, askNewDueDate, moveDueDate } from './commands/due-date'
import { addFollower, removeFollower } from './commands/follow'
import { cancelActionItem, confirmActionItem, reassignActionItem, sendBack } from './commands/settle'
import { settleSeveral } from './commands/several'
import {
  addFollowerInput,
  changeInput,
  createInput,
  dateAnswerInput,
  evidenceInput,
  followerInput,
  handOverInput,
  movedDateInput,
  reasonInput,
  reassignInput,
  severalInput,
  stampInput,
  waitingInput,
  wantedDateInput,
} from './input'

/** Only where the form stays: after a step the page itself says how the item stands. */
const saying = (key: 'date_asked' | 'date_moved' | 'reassigned' | 'changed') => ({
  done: async () => (await getTranslations('actionItems.done'))(key),
})

export const acceptAction = formAction(stampInput, acceptActionItem)
export const waitAction = formAction(waitingInput, waitActionItem)
export const resumeAction = formAction(stampInput, resumeActionItem)
export const reportDoneAction = formAction(evidenceInput, reportDone)
export const handOverAction = formAction(handOverInput, handOverActionItem, saying('reassigned'))
export const refuseAction = formAction(reasonInput, refuseActionItem)
export const askNewDueDateAction = formAction(wantedDateInput, askNewDueDate, saying('date_asked'))

export const confirmAction = formAction(stampInput, confirmActionItem)
export const sendBackAction = formAction(reasonInput, sendBack)
export const reassignAction = formAction(reassignInput, reassignActionItem, saying('reassigned'))
export const cancelAction = formAction(reasonInput, cancelActionItem)
export const answerDueDateAction = formAction(dateAnswerInput, answerDueDate)
export const moveDueDateAction = formAction(movedDateInput, moveDueDate, saying('date_moved'))

export const changeAction = formAction(changeInput, changeActionItem, saying('changed'))
export const releaseAction = formAction(stampInput, releaseActionItem)
export const createAction = formAction(createInput, createActionItem, {
  redirectTo: (id) => `/action-items/${id}`,
})
export const addFollowerAction = formAction(addFollowerInput, addFollower)
export const removeFollowerAction = formAction(followerInput, removeFollower)
export const settleSeveralAction = formAction(severalInput, settleSeveral, {
  done: async (count) => (await getTranslations('actionItems.several'))('done', { count }),
})
