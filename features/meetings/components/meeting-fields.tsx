import { getTranslations } from 'next-intl/server'
import { DateField, TextField } from '@/components/ui/text-field'
import { formatDate, formatTime, type Locale } from '@/lib/format'
import type { MeetingDetail } from '../queries'

type Known = Partial<
  Pick<
    MeetingDetail,
    'heldOn' | 'startsAt' | 'durationMinutes' | 'place' | 'link' | 'sagsnr' | 'dokumentnr' | 'proposalsUntil'
  >
>

/** When, where and under which case number; what is known already is not asked again. */
export async function MeetingFields({ known, locale }: { known: Known; locale: Locale }) {
  const t = await getTranslations('meetings.field')
  return (
    <>
      <DateField
        name="heldOn"
        label={t('heldOn')}
        hint={t('heldOnHint')}
        defaultValue={known.heldOn && formatDate(known.heldOn, locale, 'numeric')}
      />
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
      <DateField
        name="proposalsUntil"
        label={t('proposalsUntil')}
        hint={t('proposalsUntilHint')}
        optional
        defaultValue={known.proposalsUntil ? formatDate(known.proposalsUntil, locale, 'numeric') : ''}
      />
      <TextField
        name="sagsnr"
        label={t('sagsnr')}
        hint={t('sagsnrHint')}
        width="half"
        optional
        defaultValue={known.sagsnr ?? ''}
      />
      <TextField
        name="dokumentnr"
        label={t('dokumentnr')}
        hint={t('dokumentnrHint')}
        width="half"
        optional
        defaultValue={known.dokumentnr ?? ''}
      />
    </>
  )
}
