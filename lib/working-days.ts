import { addDays, type PlainDate, weekday, weekOf } from './dates'

export type HolidayName =
  | 'newYear'
  | 'maundyThursday'
  | 'goodFriday'
  | 'easterSunday'
  | 'easterMonday'
  | 'prayerDay'
  | 'ascension'
  | 'whitSunday'
  | 'whitMonday'
  | 'constitutionDay'
  | 'christmasEve'
  | 'christmasDay'
  | 'boxingDay'

const LAST_PRAYER_DAY = 2023
const QUIET_WEEKS = new Set([7, 28, 29, 30, 42])
const holidaysByYear = new Map<number, Map<PlainDate, HolidayName>>()

/** Why a municipal office is closed on this day, or null (R23). */
export function closedDay(date: PlainDate): HolidayName | 'weekend' | null {
  return holidaysOf(Number(date.slice(0, 4))).get(date) ?? (weekday(date) > 5 ? 'weekend' : null)
}

export const isWorkingDay = (date: PlainDate): boolean => closedDay(date) === null

/** The nth working day after the date, before it when n is negative; the date itself does not count. */
export function addWorkingDays(date: PlainDate, n: number): PlainDate {
  const step = Math.sign(n)
  let day = date
  for (let left = Math.abs(n); left > 0; ) {
    day = addDays(day, step)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

/** The date itself when it is a working day. */
export const nextWorkingDay = (date: PlainDate): PlainDate =>
  isWorkingDay(date) ? date : addWorkingDays(date, 1)

/** Working days after `from` up to and with `to`: the n that addWorkingDays(from, n) needs; negative backwards. */
export function workingDaysBetween(from: PlainDate, to: PlainDate): number {
  const step = to < from ? -1 : 1
  let count = 0
  for (let day = from; day !== to; ) {
    day = addDays(day, step)
    if (isWorkingDay(day)) count += step
  }
  return count
}

/** School holidays in which nobody comes: weeks 7, 28–30 and 42 (R23). */
export const quietWeek = (date: PlainDate): boolean => QUIET_WEEKS.has(weekOf(date).week)

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876). */
export function easterSunday(year: number): PlainDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const days = epact + toSunday - 7 * correction + 114
  return isoDate(year, Math.floor(days / 31), (days % 31) + 1)
}

function holidaysOf(year: number): Map<PlainDate, HolidayName> {
  const known = holidaysByYear.get(year)
  if (known) return known
  const easter = easterSunday(year)
  const holidays = new Map<PlainDate, HolidayName>([
    [isoDate(year, 1, 1), 'newYear'],
    [isoDate(year, 6, 5), 'constitutionDay'],
    [isoDate(year, 12, 24), 'christmasEve'],
    [isoDate(year, 12, 25), 'christmasDay'],
    [isoDate(year, 12, 26), 'boxingDay'],
    [addDays(easter, -3), 'maundyThursday'],
    [addDays(easter, -2), 'goodFriday'],
    [easter, 'easterSunday'],
    [addDays(easter, 1), 'easterMonday'],
    [addDays(easter, 39), 'ascension'],
    [addDays(easter, 49), 'whitSunday'],
    [addDays(easter, 50), 'whitMonday'],
  ])
  if (year <= LAST_PRAYER_DAY) holidays.set(addDays(easter, 26), 'prayerDay')
  holidaysByYear.set(year, holidays)
  return holidays
}

const isoDate = (year: number, month: number, day: number): PlainDate =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
