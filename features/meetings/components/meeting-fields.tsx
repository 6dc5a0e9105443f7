import { getTranslations } from 'next-intl/server'
import { DateField, TextField } from '@/components/ui/text-field'
import { formatDate, type Locale } from '@/lib/format'
import type { MeetingDetail } from '../queries'
import { TimeAndPlaceFields } from './time-and-place-fields'

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
      <TimeAndPlaceFields known={known} locale={locale} />
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
