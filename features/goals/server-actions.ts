'use server'
import { formAction } from '@/auth/form-action'
import { addGoal, changeGoal } from './commands'
import { changeGoalInput, newGoalInput } from './input'

export const addGoalAction = formAction(newGoalInput, addGoal)
export const changeGoalAction = formAction(changeGoalInput, changeGoal)
