import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { DateField, TextField } from '@/components/ui/text-field'
import type { ClassificationList } from '@/db/schema'
import { formatDate, type Locale } from '@/lib/format'
import type { Classification } from '../queries'
import { addClassificationAction, changeClassificationAction } from '../server-actions'

type Props = { list: ClassificationList; chosen?: Classification; locale: Locale }

/** A new one of a list, or one to be changed. */
export async function ClassificationForm({ list, chosen, locale }: Props) {
  const t = await getTranslations('registers')
  const day = (date?: string | null) => (date ? formatDate(date, locale, 'numeric') : undefined)
  return (
    <ActionForm
      id="classification"
      action={chosen ? changeClassificationAction : addClassificationAction}
      hidden={chosen ? { id: chosen.id, version: chosen.version } : { list }}
      submit={t(chosen ? 'save' : 'add')}
    >
      <TextField name="nameDa" label={t('nameDa')} width="half" defaultValue={chosen?.nameDa} />
      <TextField name="nameEn" label={t('nameEn')} width="half" defaultValue={chosen?.nameEn} />
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <DateField name="validFrom" label={t('from')} optional defaultValue={day(chosen?.validFrom)} />
        <DateField name="validTo" label={t('to')} optional defaultValue={day(chosen?.validTo)} />
      </div>
    </ActionForm>
  )
}
