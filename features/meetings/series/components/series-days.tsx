import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import type { Locale } from '@/lib/format'
import { TimeAndPlaceFields } from '../../components/time-and-place-fields'
import type { MeetingRow } from '../../queries'
import type { Occurrence } from '../queries'
import { planSeriesAction } from '../server-actions'
import { OccurrenceList } from './occurrence-list'

type Props = {
  asked: Partial<Record<string, string>>
  occurrences: Occurrence[]
  /** When and where the forum met last. */
  known: Pick<MeetingRow, 'startsAt' | 'durationMinutes' | 'place'>
  locale: Locale
}

/** The days a rule gives, to say yes to, with the time and place they share. */
export async function SeriesDays({ asked, occurrences, known, locale }: Props) {
  const t = await getTranslations('series')
  if (occurrences.length === 0) return <p>{t('noDates')}</p>
  const { forumId = '', rhythm = '', position = '', weekday = '', startsOn = '' } = asked
  const { count = '', until = '' } = asked
  return (
    <ActionForm
      id="series"
      action={planSeriesAction}
      hidden={{ forumId, rhythm, position, weekday, startsOn, count, until }}
      submit={t('plan')}
    >
      <OccurrenceList occurrences={occurrences} locale={locale} />
      <TimeAndPlaceFields known={known} locale={locale} />
    </ActionForm>
  )
}
