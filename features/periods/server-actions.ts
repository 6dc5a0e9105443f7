'use server'
import { formAction } from '@/auth/form-action'
import { addPeriod, changePeriod } from './commands'
import { changePeriodInput, newPeriodInput } from './input'

export const addPeriodAction = formAction(newPeriodInput, addPeriod, { redirectTo: () => '/admin/periods' })
export const changePeriodAction = formAction(changePeriodInput, changePeriod, {
  redirectTo: () => '/admin/periods',
})
