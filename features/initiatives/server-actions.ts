'use server'
import { formAction } from '@/auth/form-action'
import {
  approveInitiative,
  changeInitiative,
  createInitiative,
  endInitiative,
  moveOnHill,
  reopenInitiative,
} from './commands'
import { changeInitiativeInput, hillInput, initiativeInput, newInitiativeInput, reasonedInput } from './input'

const redirectTo = (id: string) => `/initiatives/${id}`
export const createInitiativeAction = formAction(newInitiativeInput, createInitiative, { redirectTo })
export const changeInitiativeAction = formAction(changeInitiativeInput, changeInitiative, { redirectTo })
export const moveOnHillAction = formAction(hillInput, moveOnHill)
export const approveInitiativeAction = formAction(initiativeInput, approveInitiative)
export const reopenInitiativeAction = formAction(reasonedInput, reopenInitiative)
export const endInitiativeAction = formAction(reasonedInput, endInitiative)
