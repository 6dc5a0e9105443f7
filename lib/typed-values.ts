import { isLocalTime, isPlainDate, type LocalTime, type PlainDate } from './dates'

const SHORTEST_MINUTES = 5
const LONGEST_MINUTES = 12 * 60

/** A date typed with its year: 2013-12-12, 12/12-2013, 12.12.2013, 12-12-2013, 12/12 2013, 12 12 2013. */
export function parseDate(text: string): PlainDate | null {
  const typed = text.trim()
  if (isPlainDate(typed)) return typed
  const match = /^(\d{1,2})\s?[./\s-]\s?(\d{1,2})\s?[./\s-]\s?(\d{4})$/.exec(typed)
  if (!match) return null
  const [, day = '', month = '', year = ''] = match
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isPlainDate(date) ? date : null
}

/** A time typed as 14, 14.00, 14:00, 1400 or kl. 14. */
export function parseTime(text: string): LocalTime | null {
  const match = /^(?:kl\.?\s?)?(\d{1,2})(?:[.:]?(\d\d))?$/i.exec(text.trim())
  if (!match) return null
  const [, hour = '', minute = '00'] = match
  const time = `${hour.padStart(2, '0')}:${minute}`
  return isLocalTime(time) ? time : null
}

/** Minutes, 5 to 720, typed as 90, 90 min, 1,5 t, 1:30, 1 t 30 or 1 t. 50 min. */
export function parseDuration(text: string): number | null {
  const minutes = minutesOf(text.trim().toLowerCase())
  return minutes !== null && minutes >= SHORTEST_MINUTES && minutes <= LONGEST_MINUTES ? minutes : null
}

/**
 * An amount in øre, typed in kroner: 1.234.500, 1234500, 1.234,50, 32,5 mio. Null for what reads as two amounts to
 * two people, like 1,234.50 or 12.5, and above a thousand billion.
 */
export function parseKroner(text: string): number | null {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/\s?(kr\.?|kroner|dkk)$/, '')
  const match = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?(\s?(?:mio\.?|millioner|million))?$/.exec(typed)
  if (!match) return null
  const [, whole = '', part = '', million] = match
  const hundredths = Number(whole.replaceAll('.', '')) * 100 + Number(part.padEnd(2, '0'))
  const ore = million ? hundredths * 1_000_000 : hundredths
  return ore <= MOST_ORE ? ore : null
}

/** Whole minutes, typed in hours: 120, 7,5, 1.200 t. Null for what reads as two amounts to two people, like 12.5. */
export function parseHours(text: string): number | null {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/\s?(t\.?|timer?|hours?)$/, '')
  const match = /^(\d{1,3}(?:\.\d{3})+|\d{1,7})(?:,(\d{1,2}))?$/.exec(typed)
  if (!match) return null
  const [, whole = '', part = ''] = match
  return Number(whole.replaceAll('.', '')) * 60 + Math.round((Number(part.padEnd(2, '0')) * 60) / 100)
}

const MOST_ORE = 100_000_000_000_000

function minutesOf(typed: string): number | null {
  const minutes = /^(\d{1,3})\s?(?:m|min\.?|minut(?:ter)?|minutes?)?$/.exec(typed)
  if (minutes) return Number(minutes[1])
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(typed)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const hours =
    /^(\d{1,2}(?:[.,]\d{1,2})?)\s?(?:t\.?|timer?|h|hrs?|hours?)(?:\s?(?:og |and )?([0-5]?\d)\s?(?:m|min\.?|minut(?:ter)?|minutes?)?)?$/.exec(
      typed,
    )
  if (!hours) return null
  return Math.round(Number(hours[1]?.replace(',', '.')) * 60) + Number(hours[2] ?? 0)
}
