'use server'
import { formAction } from '@/auth/form-action'
import { addEstate, changeEstate } from './commands/estates'
import { addOrganisation, removeOrganisation } from './commands/organisations'
import { addPlan, approvePlan, changePlan } from './commands/plan'
import { remarkOnPlan, shareRemark, takeBackRemark } from './commands/remarks'
import { succeedPlan } from './commands/succession'
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
