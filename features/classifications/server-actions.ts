'use server'
import { formAction } from '@/auth/form-action'
import { addClassification, changeClassification } from './commands'
import { changeClassificationInput, newClassificationInput } from './input'

const redirectTo = (list: string) => `/admin/lists/${list}`
export const addClassificationAction = formAction(newClassificationInput, addClassification, { redirectTo })
export const changeClassificationAction = formAction(changeClassificationInput, changeClassification, {
  redirectTo,
})
