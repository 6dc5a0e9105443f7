'use server'
import { formAction } from '@/auth/form-action'
import { addRisk, changeRisk, closeRisk } from './commands'
import { changeRiskInput, newRiskInput, riskInput } from './input'

export const addRiskAction = formAction(newRiskInput, addRisk)
export const changeRiskAction = formAction(changeRiskInput, changeRisk)
export const closeRiskAction = formAction(riskInput, closeRisk)
