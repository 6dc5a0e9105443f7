import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { TextField } from '@/components/ui/text-field'
import { formatTime, type Locale } from '@/lib/format'
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
  const [t, field] = await Promise.all([getTranslations('series'), getTranslations('meetings.field')])
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
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <TextField
          name="startsAt"
          label={field('startsAt')}
          hint={field('startsAtHint')}
          width="short"
          defaultValue={formatTime(known.startsAt, locale)}
        />
        <TextField
          name="durationMinutes"
          label={field('duration')}
          hint={field('durationHint')}
          width="short"
          defaultValue={`${known.durationMinutes} min`}
        />
      </div>
      <TextField name="place" label={field('place')} optional defaultValue={known.place} />
      <TextField name="link" label={field('link')} hint={field('linkHint')} inputMode="url" optional />
    </ActionForm>
  )
}
