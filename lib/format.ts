import { daysBetween, type LocalTime, type PlainDate, TIME_ZONE, weekOf } from './dates'
import { quotient } from './quotient'

export type Locale = 'da' | 'en'
export type DateStyle = 'full' | 'day' | 'short' | 'long' | 'numeric' | 'dayMonth' | 'weekday'

const NO_BREAK = '\u00a0'

/** 'full' torsdag den 12. december 2013 · 'day' torsdag den 12. december · 'short' tors. 12. dec. · 'long' 12. december 2013 · 'numeric' 12.12.2013 · 'dayMonth' 12. december · 'weekday' torsdag */
export function formatDate(date: PlainDate, locale: Locale, style: DateStyle): string {
  const day = new Date(`${date}T00:00Z`)
  // Danish Intl knows "torsdag den 12. december" only with the year.
  if (style === 'day' && locale === 'da') {
    return `${dates.da.weekday.format(day)} den ${dates.da.dayMonth.format(day)}`
  }
  return dates[locale][style].format(day)
}

export const formatTime = (time: LocalTime, locale: Locale): string =>
  locale === 'da' ? time.replace(':', '.') : time

export function formatTimeRange(start: LocalTime, minutes: number, locale: Locale): string {
  const [hour, minute] = start.split(':').map(Number) as [number, number]
  const end = (hour * 60 + minute + minutes) % (24 * 60)
  const endTime = `${twoDigits(Math.floor(end / 60))}:${twoDigits(end % 60)}`
  return `${formatTime(start, locale)}–${formatTime(endTime, locale)}`
}

export const formatWeek = (date: PlainDate, locale: Locale): string =>
  `${locale === 'da' ? 'uge' : 'week'} ${weekOf(date).week}`

/** 1.1.2012–31.12.2014; an open end stays open, and nothing is said of what has neither. */
export function formatPeriod(from: PlainDate | null, to: PlainDate | null, locale: Locale): string {
  if (from === null && to === null) return ''
  return [from, to].map((date) => (date ? formatDate(date, locale, 'numeric') : '')).join('–')
}

/** Date and time on the Copenhagen clock: 12. december 2013 kl. 14.05 */
export function formatInstant(instant: Date, locale: Locale): string {
  const time = clock.format(instant)
  const date = dates[locale].localLong.format(instant)
  return locale === 'da' ? `${date} kl.${NO_BREAK}${formatTime(time, 'da')}` : `${date} at ${time}`
}

/** Exact: 1 t. 50 min */
export function formatMinutes(minutes: number, locale: Locale): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const parts = [hours && `${hours} ${hourSign[locale]}`, (rest || !hours) && `${rest} min`].filter(Boolean)
  return (minutes < 0 ? '−' : '') + parts.join(' ')
}

/** To the nearest tenth of an hour: 2,5 t. */
export const formatHours = (minutes: number, locale: Locale): string =>
  `${formatNumber(minutes / 60, locale, 1)} ${hourSign[locale]}`

/** 1.234.567 kr.; øre are shown only when there are any. */
export function formatMoney(ore: number, locale: Locale): string {
  const whole = ore % 100 === 0
  const amount = whole
    ? formatNumber(ore / 100, locale)
    : numbers(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(ore / 100)
  return withCurrency(amount, locale)
}

/** 27,56 mio. kr., from øre as all money; rounded half up before anything is divided for show. */
export function formatMillions(ore: number, locale: Locale, digits = 2): string {
  const amount = formatNumber(quotient(ore, 10 ** (8 - digits)) / 10 ** digits, locale, digits)
  return withCurrency(locale === 'da' ? `${amount}${NO_BREAK}mio.` : `${amount}${NO_BREAK}million`, locale)
}

/** In millions where two decimals say all of it, else in kroner: 27,56 mio. kr., but 548.889 kr. */
export const formatAmount = (ore: number, locale: Locale): string =>
  Math.abs(ore) >= 100_000_000 && ore % 1_000_000 === 0
    ? formatMillions(ore, locale)
    : formatMoney(ore, locale)

/** A share of 0..1 with at most `digits` decimals: 92 % */
export const formatPercent = (share: number, locale: Locale, digits = 0): string =>
  numbers(locale, { style: 'percent', maximumFractionDigits: digits }).format(share)

/** 12,5 pct., from basis points. */
export const formatBasisPoints = (basisPoints: number, locale: Locale): string =>
  `${formatHundredths(basisPoints, locale)}${locale === 'da' ? `${NO_BREAK}pct.` : '%'}`

/** 2,75 from 275; in Danish it is also how one types it. */
export const formatHundredths = (hundredths: number, locale: Locale): string =>
  formatNumber(hundredths / 100, locale, 2)

/** A file's size: 214 kB, 3,4 MB. */
export const formatBytes = (bytes: number, locale: Locale): string =>
  bytes < 1_000_000
    ? `${formatNumber(Math.max(1, bytes / 1000), locale)} kB`
    : `${formatNumber(bytes / 1_000_000, locale, 1)} MB`

export const formatNumber = (value: number, locale: Locale, digits = 0): string =>
  numbers(locale, { maximumFractionDigits: digits }).format(value)

/** "a, b og c"; as a disjunction "a, b eller c". */
export const formatList = (
  items: readonly string[],
  locale: Locale,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string => lists[type][locale].format(items)

/** i dag, i morgen, om 3 dage, for 4 dage siden */
export const relativeDays = (date: PlainDate, today: PlainDate, locale: Locale): string =>
  relative[locale].format(daysBetween(today, date), 'day')

const tags = { da: 'da-DK', en: 'en-GB' } as const
const hourSign = { da: 't.', en: 'h' } as const
const dates = { da: dateFormats('da'), en: dateFormats('en') }
const listFormats = (type: 'conjunction' | 'disjunction') => ({
  da: new Intl.ListFormat(tags.da, { type }),
  en: new Intl.ListFormat(tags.en, { type }),
})
const lists = { conjunction: listFormats('conjunction'), disjunction: listFormats('disjunction') }
const relative = { da: relativeFormat('da'), en: relativeFormat('en') }
const clock = new Intl.DateTimeFormat(tags.en, {
  timeZone: TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const numberFormats = new Map<string, Intl.NumberFormat>()

function dateFormats(locale: Locale) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tags[locale], { timeZone: 'UTC', ...options })
  return {
    full: format({ dateStyle: 'full' }),
    day: format({ weekday: 'long', day: 'numeric', month: 'long' }),
    short: format({ weekday: 'short', day: 'numeric', month: 'short' }),
    long: format({ dateStyle: 'long' }),
    numeric: format({ day: 'numeric', month: 'numeric', year: 'numeric' }),
    dayMonth: format({ day: 'numeric', month: 'long' }),
    weekday: format({ weekday: 'long' }),
    localLong: format({ dateStyle: 'long', timeZone: TIME_ZONE }),
  }
}

function relativeFormat(locale: Locale) {
  return new Intl.RelativeTimeFormat(tags[locale], { numeric: 'auto' })
}

function numbers(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}${JSON.stringify(options)}`
  const known = numberFormats.get(key)
  if (known) return known
  const format = new Intl.NumberFormat(tags[locale], options)
  numberFormats.set(key, format)
  return format
}

function withCurrency(amount: string, locale: Locale): string {
  return locale === 'da' ? `${amount}${NO_BREAK}kr.` : `DKK${NO_BREAK}${amount}`
}

const twoDigits = (value: number) => String(value).padStart(2, '0')

/** Kroner as one types them in a form, whatever the language: 1.234.500 or 1.234,50. */
export const formatKroner = (ore: number): string =>
  new Intl.NumberFormat('da-DK', { minimumFractionDigits: ore % 100 === 0 ? 0 : 2 }).format(ore / 100)

/** Minutes as hours one types in a form, whatever the language: 120 or 7,5. */
export const formatTypedHours = (minutes: number): string =>
  new Intl.NumberFormat('da-DK', { maximumFractionDigits: 2 }).format(minutes / 60)
