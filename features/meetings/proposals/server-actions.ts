'use server'
import { formAction } from '@/auth/form-action'
import { propose, stepProposal } from './commands'
import { pressStepInput, proposeInput, wordedStepInput } from './input'

export const proposeAction = formAction(proposeInput, propose, { redirectTo: (id) => `/proposals/${id}` })
export const pressStepAction = formAction(pressStepInput, stepProposal)
export const wordedStepAction = formAction(wordedStepInput, stepProposal)
