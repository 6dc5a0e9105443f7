import { addMonths, type PlainDate } from '@/lib/dates'

const YEAR_IN_MONTHS = 12

/** Nobody has said for a year that this is how it is. */
export const isUnconfirmed = (confirmedOn: PlainDate, today: PlainDate): boolean =>
  addMonths(confirmedOn, YEAR_IN_MONTHS) <= today
