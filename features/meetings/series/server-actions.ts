'use server'
import { formAction } from '@/auth/form-action'
import { meetingInput } from '../input'
import { announceSeries, planSeries } from './commands'
import { planSeriesInput } from './input'

export const planSeriesAction = formAction(planSeriesInput, planSeries, {
  redirectTo: (id) => `/meetings/${id}`,
})
export const announceSeriesAction = formAction(meetingInput, announceSeries)
