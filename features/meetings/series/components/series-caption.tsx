import { getTranslations } from 'next-intl/server'
import { PressForm } from '@/components/ui/press-form'
import { formatDate, type Locale } from '@/lib/format'
import { WhoIsTold } from '../../recipients/components/who-is-told'
import type { SeriesOf } from '../queries'
import { announceSeriesAction } from '../server-actions'
import { ruleWords } from './rule-words'

type Props = {
  series: SeriesOf
  forum: string
  /** May make its days known. */
  convenes: boolean
  /** Whom that would be told to. */
  invited: { name: string; party: string }[]
  locale: Locale
}

/** Under a meeting's facts: the rule it came from, and the day it had before it was moved. */
export async function SeriesCaption({ series, forum, convenes, invited, locale }: Props) {
  const [t, mail, told] = await Promise.all([
    getTranslations('series'),
    getTranslations('mail'),
    getTranslations('meetings.told'),
  ])
  const { id, rule, occursOn, heldOn, unannounced } = series
  const moved = occursOn !== null && occursOn !== heldOn
  return (
    <div className="mt-1 text-sm text-muted">
      <p>
        {t('partOf', { words: await ruleWords(rule, locale) })}
        {moved && ` ${t('movedFrom', { date: formatDate(occursOn, locale, 'long') })}`}
      </p>
      {convenes && unannounced > 1 && (
        <div className="no-print mt-2">
          <PressForm action={announceSeriesAction} hidden={{ id }} size="small">
            {t('announce', { count: unannounced })}
          </PressForm>
          <WhoIsTold
            people={invited}
            subject={mail('saveTheDates.subject', { forum })}
            why={told('seated')}
          />
        </div>
      )}
    </div>
  )
}
