import { getTranslations } from 'next-intl/server'
import { formatDate, type Locale } from '@/lib/format'
import type { SeriesRule } from '../rules'

/** "Hver anden måned, anden torsdag · 6 møder": the rule as one says it, with its end. */
export async function ruleWords({ rhythm, position, weekday, end }: SeriesRule, locale: Locale) {
  const t = await getTranslations('series')
  const day = t(`weekday.${weekday}`)
  const which = rhythm.startsWith('month')
    ? t('which', { position: t(`position.${position === -1 ? 'last' : position}`), day })
    : day
  const until =
    'count' in end
      ? t('afterCount', { count: end.count })
      : t('untilDate', { date: formatDate(end.until, locale, 'long') })
  return t('words', { rhythm: t(`rhythm.${rhythm}`), which, until })
}
