import { getTranslations } from 'next-intl/server'
import { addDays, type PlainDate, today } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'

/** "i dag kl. 14.00", "i morgen kl. 9.00", "tirs. 17. dec. kl. 14.00"; `time` comes formatted. */
export async function whenOf(date: PlainDate, time: string, now: Date, locale: Locale): Promise<string> {
  const t = await getTranslations('overview')
  const day = today(now)
  if (date === day) return t('todayAt', { time })
  if (date === addDays(day, 1)) return t('tomorrowAt', { time })
  return t('when', { date: formatDate(date, locale, 'short'), time })
}
