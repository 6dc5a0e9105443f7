import { addDays, type PlainDate } from '@/lib/dates'

export type Period = { validFrom: PlainDate; validTo: PlainDate | null }
/** The days of a forum or a party; null is open on that side. */
type Bounds = { validFrom: PlainDate | null; validTo: PlainDate | null }

export const isHeldOn = ({ validFrom, validTo }: Period, day: PlainDate): boolean =>
  validFrom <= day && (validTo === null || day <= validTo)

export const overlap = (a: Period, b: Period): boolean =>
  (b.validTo === null || a.validFrom <= b.validTo) && (a.validTo === null || b.validFrom <= a.validTo)

/**
 * The last day of a seat that is to be over after `day`. One that would only have begun later ends the day before it
 * begins: it was withdrawn, and is held on no day wherever it is read.
 */
export const lastDay = ({ validFrom }: Period, day: PlainDate): PlainDate =>
  day < validFrom ? addDays(validFrom, -1) : day

/** The side on which a period leaves its bounds, if it does. */
export function outside({ validFrom, validTo }: Period, bounds: Bounds): keyof Period | null {
  if (bounds.validFrom !== null && validFrom < bounds.validFrom) return 'validFrom'
  if (bounds.validTo === null) return null
  if (validFrom > bounds.validTo) return 'validFrom'
  return validTo === null || validTo > bounds.validTo ? 'validTo' : null
}

export const isOpenOn = (bounds: Bounds, day: PlainDate): boolean =>
  outside({ validFrom: day, validTo: day }, bounds) === null

/** A department or an organisation sends no more to one forum. */
export const MOST_REQUIRED = 9
