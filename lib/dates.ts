import { Temporal } from 'temporal-polyfill'

/** A day in the calendar, 'YYYY-MM-DD'; plain string order is its order in time. */
export type PlainDate = string
/** The time on a Copenhagen clock, 'HH:MM'. */
export type LocalTime = string

export const TIME_ZONE = 'Europe/Copenhagen'

export const plainDateOf = (instant: Date): PlainDate => clockAt(instant).toPlainDate().toString()

export const today = (now: Date): PlainDate => plainDateOf(now)

export const localTime = (now: Date): LocalTime => clockAt(now).toPlainTime().toString().slice(0, 5)

/** A Copenhagen clock time as an instant: an hour skipped in spring is read as the hour after, one that comes twice in autumn as the first. */
export function instantOf(date: PlainDate, time: LocalTime): Date {
  const clock = Temporal.PlainDateTime.from(`${date}T${time}`)
  return new Date(clock.toZonedDateTime(TIME_ZONE, { disambiguation: 'compatible' }).epochMilliseconds)
}

/** A real day of the years 1900–2199, written 'YYYY-MM-DD'. */
export function isPlainDate(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false
  const [year, month, day] = text.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(text)
}

export const isLocalTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

export const addDays = (date: PlainDate, days: number): PlainDate =>
  new Date(midnight(date) + days * DAY).toISOString().slice(0, 10)

/** The same day of another month, or that month's last day when it is shorter. */
export const addMonths = (date: PlainDate, months: number): PlainDate =>
  dateOf(date).add({ months }).toString()

/** Days from one date to another: negative when `to` is the earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => (midnight(to) - midnight(from)) / DAY

/** 1 is Monday, 7 is Sunday. */
export const weekday = (date: PlainDate): number => dateOf(date).dayOfWeek

/** The ISO week and the year it belongs to, which around New Year is not always the date's own (R19). */
export function weekOf(date: PlainDate): { week: number; year: number } {
  const day = dateOf(date)
  return { week: day.weekOfYear as number, year: day.yearOfWeek as number }
}

export const startOfWeek = (date: PlainDate): PlainDate => addDays(date, 1 - weekday(date))

export function quarterOf(date: PlainDate): { year: number; quarter: number } {
  const { year, month } = dateOf(date)
  return { year, quarter: Math.ceil(month / 3) }
}

export const quarterKey = (date: PlainDate): string => {
  const { year, quarter } = quarterOf(date)
  return `${year} ${quarter}`
}

/** The quarter of the day and the three before it, oldest first. */
export function lastQuarters(today: PlainDate): { year: number; quarter: number; startsOn: PlainDate }[] {
  const { year, quarter } = quarterOf(today)
  const first = `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`
  return [9, 6, 3, 0].map((months) => {
    const startsOn = addMonths(first, -months)
    return { ...quarterOf(startsOn), startsOn }
  })
}

// Days are counted once per row of a list: from midnight to midnight in UTC, where every day is as long as the next.
const DAY = 86_400_000
const midnight = (date: PlainDate) => Date.parse(`${date}T00:00Z`)
const dateOf = (date: PlainDate) => Temporal.PlainDate.from(date)
const clockAt = (instant: Date) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(TIME_ZONE)
