'use server'
import { formAction } from '@/auth/form-action'
import { addRule, changeRule, removeRule } from './commands'
import { changeRuleInput, newRuleInput, ruleInput } from './input'

const back = { redirectTo: () => '/enquiries/rules' }

export const addRuleAction = formAction(newRuleInput, addRule)
export const changeRuleAction = formAction(changeRuleInput, changeRule, back)
export const removeRuleAction = formAction(ruleInput, removeRule)
