import { getTranslations } from 'next-intl/server'
import { PressForm } from '@/components/ui/press-form'
import { formatDate, type Locale } from '@/lib/format'
import type { SeriesOf } from '../queries'
import { announceSeriesAction } from '../server-actions'
import { ruleWords } from './rule-words'

type Props = {
  series: SeriesOf
  /** May make its days known. */
  convenes: boolean
  locale: Locale
}

/** Under a meeting's facts: the rule it came from, and the day it had before it was moved. */
export async function SeriesCaption({ series, convenes, locale }: Props) {
  const t = await getTranslations('series')
  const { id, rule, occursOn, heldOn, unannounced } = series
  const moved = occursOn !== null && occursOn !== heldOn
  return (
    <div className="mt-1 text-sm text-muted">
      <p>
        {t('partOf', { words: await ruleWords(rule, locale) })}
        {moved && ` ${t('movedFrom', { date: formatDate(occursOn, locale, 'long') })}`}
      </p>
      {convenes && unannounced > 1 && (
        <PressForm action={announceSeriesAction} hidden={{ id }} size="small" className="no-print mt-2">
          {t('announce', { count: unannounced })}
        </PressForm>
      )}
    </div>
  )
}
