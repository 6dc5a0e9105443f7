'use server'
import { formAction } from '@/auth/form-action'
import { addMethod, changeMethod, proposeMethod, setTrial } from './commands'
import { changeMethodInput, newMethodInput, proposeMethodInput, trialInput } from './input'

const redirectTo = (id: string) => `/methods/${id}`
export const addMethodAction = formAction(newMethodInput, addMethod, { redirectTo })
export const changeMethodAction = formAction(changeMethodInput, changeMethod, { redirectTo })
export const setTrialAction = formAction(trialInput, setTrial)
export const proposeMethodAction = formAction(proposeMethodInput, proposeMethod)
