import { getTranslations } from 'next-intl/server'
import { formatDate, type Locale } from '@/lib/format'
import type { SeriesOf } from '../queries'
import { ruleWords } from './rule-words'

/** Under a meeting's facts: the rule it came from, and the day it had before it was moved. */
export async function SeriesCaption({ series, locale }: { series: SeriesOf; locale: Locale }) {
  const t = await getTranslations('series')
  const { rule, occursOn, heldOn } = series
  const moved = occursOn !== null && occursOn !== heldOn
  return (
    <p className="mt-1 text-sm text-muted">
      {t('partOf', { words: await ruleWords(rule, locale) })}
      {moved && ` ${t('movedFrom', { date: formatDate(occursOn, locale, 'long') })}`}
    </p>
  )
}
