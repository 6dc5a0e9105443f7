'use server'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/auth/form-action'
import {
  acceptActionItem,
  refuseActionItem,
  reportDone,
  resumeActionItem,
  waitActionItem,
} from './commands/answer'
import { changeActionItem, releaseActionItem } from './commands/change'
import { createActionItem } from './commands/create'
import { answerDueDate, askNewDueDate, moveDueDate } from './commands/due-date'
import { cancelActionItem, confirmActionItem, reassignActionItem, sendBack } from './commands/settle'
import {
  changeInput,
  createInput,
  dateAnswerInput,
  evidenceInput,
  movedDateInput,
  reasonInput,
  reassignInput,
  stampInput,
  waitingInput,
  wantedDateInput,
} from './input'

type Said =
  | 'accepted'
  | 'waiting'
  | 'resumed'
  | 'reported_done'
  | 'refused'
  | 'date_asked'
  | 'changed'
  | 'released'
type Settled = 'closed' | 'sent_back' | 'reassigned' | 'cancelled' | 'date_moved' | 'date_answered'

const saying = (key: Said | Settled) => ({
  done: async () => (await getTranslations('actionItems.done'))(key),
})

export const acceptAction = formAction(stampInput, acceptActionItem, saying('accepted'))
export const waitAction = formAction(waitingInput, waitActionItem, saying('waiting'))
export const resumeAction = formAction(stampInput, resumeActionItem, saying('resumed'))
export const reportDoneAction = formAction(evidenceInput, reportDone, saying('reported_done'))
export const refuseAction = formAction(reasonInput, refuseActionItem, saying('refused'))
export const askNewDueDateAction = formAction(wantedDateInput, askNewDueDate, saying('date_asked'))

export const confirmAction = formAction(stampInput, confirmActionItem, saying('closed'))
export const sendBackAction = formAction(reasonInput, sendBack, saying('sent_back'))
export const reassignAction = formAction(reassignInput, reassignActionItem, saying('reassigned'))
export const cancelAction = formAction(reasonInput, cancelActionItem, saying('cancelled'))
export const answerDueDateAction = formAction(dateAnswerInput, answerDueDate, saying('date_answered'))
export const moveDueDateAction = formAction(movedDateInput, moveDueDate, saying('date_moved'))

export const changeAction = formAction(changeInput, changeActionItem, saying('changed'))
export const releaseAction = formAction(stampInput, releaseActionItem, saying('released'))
export const createAction = formAction(createInput, createActionItem, {
  redirectTo: (id) => `/action-items/${id}`,
})
