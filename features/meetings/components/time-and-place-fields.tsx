import { getTranslations } from 'next-intl/server'
import { TextField } from '@/components/ui/text-field'
import { formatTime, type Locale } from '@/lib/format'
import type { MeetingDetail } from '../queries'

type Known = Partial<Pick<MeetingDetail, 'startsAt' | 'durationMinutes' | 'place' | 'link'>>

/** What the meetings of a series share, and a single one has for itself. */
export async function TimeAndPlaceFields({ known, locale }: { known: Known; locale: Locale }) {
  const t = await getTranslations('meetings.field')
  return (
    <>
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <TextField
          name="startsAt"
          label={t('startsAt')}
          hint={t('startsAtHint')}
          width="short"
          defaultValue={known.startsAt && formatTime(known.startsAt, locale)}
        />
        <TextField
          name="durationMinutes"
          label={t('duration')}
          hint={t('durationHint')}
          width="short"
          defaultValue={known.durationMinutes ? `${known.durationMinutes} min` : ''}
        />
      </div>
      <TextField name="place" label={t('place')} optional defaultValue={known.place} />
      <TextField
        name="link"
        label={t('link')}
        hint={t('linkHint')}
        inputMode="url"
        optional
        defaultValue={known.link}
      />
    </>
  )
}
