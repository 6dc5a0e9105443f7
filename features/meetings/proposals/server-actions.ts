'use server'
import { formAction } from '@/auth/form-action'
import { propose, stepProposal } from './commands'
import { proposeInput, stepInput } from './input'

export const proposeAction = formAction(proposeInput, propose, {
  redirectTo: (id) => `/meetings/proposals/${id}`,
})
export const stepAction = formAction(stepInput, stepProposal)
