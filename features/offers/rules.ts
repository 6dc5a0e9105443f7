import { addMonths, type PlainDate } from '@/lib/dates'

const YEAR_IN_MONTHS = 12

/** Nobody has said for a year that this is how it is. */
export const isUnconfirmed = (confirmedOn: PlainDate, today: PlainDate): boolean =>
  addMonths(confirmedOn, YEAR_IN_MONTHS) <= today

/** The department is asked again after so many days at the earliest: gently. */
export const REMINDER_DAYS = 30
