'use server'
import { formAction } from '@/auth/form-action'
import { pointOutOverlap, reopenOverlap, resolveOverlap } from './commands'
import { pointOutInput, reopenOverlapInput, resolveOverlapInput } from './input'

export const resolveOverlapAction = formAction(resolveOverlapInput, resolveOverlap)
export const reopenOverlapAction = formAction(reopenOverlapInput, reopenOverlap)
export const pointOutAction = formAction(pointOutInput, pointOutOverlap)
