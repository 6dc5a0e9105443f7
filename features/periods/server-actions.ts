'use server'
import { formAction } from '@/auth/form-action'
import { addPeriod, changePeriod } from './commands'
import { changePeriodInput, newPeriodInput } from './input'

const redirectTo = () => '/admin/periods'
/** A period added or prolonged is what lets the team write again. */
export const addPeriodAction = formAction(newPeriodInput, addPeriod, { redirectTo, afterTheEnd: true })
export const changePeriodAction = formAction(changePeriodInput, changePeriod, {
  redirectTo,
  afterTheEnd: true,
})
