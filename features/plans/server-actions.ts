'use server'
import { formAction } from '@/auth/form-action'
import {
  addEstate,
  addOrganisation,
  addPlan,
  approvePlan,
  changeEstate,
  changePlan,
  remarkOnPlan,
  removeOrganisation,
  shareRemark,
  succeedPlan,
  takeBackRemark,
} from './commands'
import {
  addOrganisationInput,
  changeEstateInput,
  changePlanInput,
  newEstateInput,
  newPlanInput,
  planInput,
  planRemarkInput,
  remarkInput,
  succeedPlanInput,
} from './input'

const redirectTo = (id: string) => `/plans/${id}`
export const addPlanAction = formAction(newPlanInput, addPlan, { redirectTo })
export const changePlanAction = formAction(changePlanInput, changePlan, { redirectTo })
export const approvePlanAction = formAction(planInput, approvePlan)
export const addOrganisationAction = formAction(addOrganisationInput, addOrganisation)
export const removeOrganisationAction = formAction(addOrganisationInput, removeOrganisation)
export const succeedPlanAction = formAction(succeedPlanInput, succeedPlan)
export const remarkAction = formAction(remarkInput, remarkOnPlan)
export const shareRemarkAction = formAction(planRemarkInput, shareRemark)
export const takeBackRemarkAction = formAction(planRemarkInput, takeBackRemark)
export const addEstateAction = formAction(newEstateInput, addEstate)
export const changeEstateAction = formAction(changeEstateInput, changeEstate)
