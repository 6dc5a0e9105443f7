'use server'
import { formAction } from '@/auth/form-action'
import { addClassification, addStartingList, changeClassification } from './commands'
import { changeClassificationInput, newClassificationInput, startingListInput } from './input'

const redirectTo = (list: string) => `/admin/lists/${list}`
export const addClassificationAction = formAction(newClassificationInput, addClassification, { redirectTo })
export const changeClassificationAction = formAction(changeClassificationInput, changeClassification, {
  redirectTo,
})
export const addStartingListAction = formAction(startingListInput, addStartingList)
