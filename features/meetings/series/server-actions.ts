'use server'
import { formAction } from '@/auth/form-action'
import { planSeries } from './commands'
import { planSeriesInput } from './input'

export const planSeriesAction = formAction(planSeriesInput, planSeries, {
  redirectTo: (id) => `/meetings/${id}`,
})
