import type { PlainDate } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'

/** A meeting is called by its day: "Torsdag den 12. december", with the year when it is not this one. */
export function meetingTitle(heldOn: PlainDate, today: PlainDate, locale: Locale): string {
  const day = formatDate(heldOn, locale, heldOn.slice(0, 4) === today.slice(0, 4) ? 'day' : 'full')
  return day.charAt(0).toLocaleUpperCase(locale) + day.slice(1)
}
