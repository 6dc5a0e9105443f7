'use server'
import { formAction } from '@/auth/form-action'
import { countBridge } from './commands'
import { countInput } from './input'

export const countBridgeAction = formAction(countInput, countBridge)
