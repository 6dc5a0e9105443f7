import type { MinutesState } from '@/db/schema'
import type { PlainDate } from '@/lib/dates'
import { addWorkingDays } from '@/lib/working-days'

/** The last day of the review is one of it. */
export const isUnderReview = (
  minutes: { state: MinutesState; reviewUntil: PlainDate | null },
  today: PlainDate,
): boolean => minutes.state === 'in_review' && minutes.reviewUntil !== null && today <= minutes.reviewUntil

const REVIEW_WORKING_DAYS = 5

/** The last day of a review that begins today, unless the coordinator says another. */
export const reviewUntil = (today: PlainDate): PlainDate => addWorkingDays(today, REVIEW_WORKING_DAYS)
