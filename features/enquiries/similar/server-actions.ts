'use server'
import { formAction } from '@/auth/form-action'
import { sayDifferent } from './commands'
import { differentInput } from './input'

export const differentAction = formAction(differentInput, sayDifferent)
