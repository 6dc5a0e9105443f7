'use server'
import { formAction } from '@/auth/form-action'
import { addAllocation, changeAllocation, removeAllocation } from './commands/allocations'
import { addDecision, changeDecision, removeDecision } from './commands/decisions'
import { addFigure, changeFigure, removeFigure } from './commands/figures'
import { addRemark, changeRemark, removeRemark } from './commands/remarks'
import {
  changeAllocationInput,
  changeDecisionInput,
  changeFigureInput,
  changeRemarkInput,
  newAllocationInput,
  newDecisionInput,
  newFigureInput,
  newRemarkInput,
  removalInput,
} from './input'

/** Back to the page of the period, at what was changed. */
const to = (part: string) => ({
  redirectTo: (_: unknown, { periodId }: { periodId: string }) => `/funding?period=${periodId}#${part}`,
})
export const addFigureAction = formAction(newFigureInput, addFigure, to('figures'))
export const changeFigureAction = formAction(changeFigureInput, changeFigure, to('figures'))
export const removeFigureAction = formAction(removalInput, removeFigure, to('figures'))
export const addAllocationAction = formAction(newAllocationInput, addAllocation, to('allocations'))
export const changeAllocationAction = formAction(changeAllocationInput, changeAllocation, to('allocations'))
export const removeAllocationAction = formAction(removalInput, removeAllocation, to('allocations'))
export const addDecisionAction = formAction(newDecisionInput, addDecision, to('decisions'))
export const changeDecisionAction = formAction(changeDecisionInput, changeDecision, to('decisions'))
export const removeDecisionAction = formAction(removalInput, removeDecision, to('decisions'))
export const addRemarkAction = formAction(newRemarkInput, addRemark, to('decisions'))
export const changeRemarkAction = formAction(changeRemarkInput, changeRemark, to('decisions'))
export const removeRemarkAction = formAction(removalInput, removeRemark, to('decisions'))
