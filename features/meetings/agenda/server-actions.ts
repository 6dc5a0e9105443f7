'use server'
import { getTranslations } from 'next-intl/server'
import { formAction } from '@/auth/form-action'
import { addAgendaItem, carryTopic } from './commands/add'
import { changeAgendaItem } from './commands/change'
import { makeAgenda } from './commands/make'
import { moveAgendaItem } from './commands/order'
import { removeAgendaItem, restoreAgendaItem } from './commands/removal'
import { sendAgenda } from './commands/send'
import {
  addItemInput,
  agendaInput,
  carryTopicInput,
  changeItemInput,
  itemInput,
  moveItemInput,
} from './input'

const saying = (key: 'added' | 'saved') => ({
  done: async () => (await getTranslations('agenda.edit'))(key),
})

export const addAgendaItemAction = formAction(addItemInput, addAgendaItem, saying('added'))
export const changeAgendaItemAction = formAction(changeItemInput, changeAgendaItem, saying('saved'))
export const makeAgendaAction = formAction(agendaInput, makeAgenda, {
  redirectTo: (_, { id }) => `/meetings/${id}/agenda`,
})
export const carryTopicAction = formAction(carryTopicInput, carryTopic)
export const moveAgendaItemAction = formAction(moveItemInput, moveAgendaItem)
export const removeAgendaItemAction = formAction(itemInput, removeAgendaItem)
export const restoreAgendaItemAction = formAction(itemInput, restoreAgendaItem)
export const sendAgendaAction = formAction(agendaInput, sendAgenda, {
  redirectTo: (count, { id }) => `/meetings/${id}?sent=${count}`,
})
