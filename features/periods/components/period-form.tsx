import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { DateField, TextField } from '@/components/ui/text-field'
import { formatDate, type Locale } from '@/lib/format'
import type { Period } from '../queries'
import { addPeriodAction, changePeriodAction } from '../server-actions'

/** A new period, or one to be changed. */
export async function PeriodForm({ period, locale }: { period?: Period; locale: Locale }) {
  const t = await getTranslations('registers')
  const day = (date?: string) => date && formatDate(date, locale, 'numeric')
  return (
    <ActionForm
      id="period"
      action={period ? changePeriodAction : addPeriodAction}
      hidden={period ? { id: period.id, version: period.version } : {}}
      submit={t(period ? 'save' : 'add')}
    >
      <TextField
        name="name"
        label={t('name')}
        hint={t('periodHint')}
        width="half"
        defaultValue={period?.name}
      />
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <DateField name="startsOn" label={t('startsOn')} defaultValue={day(period?.startsOn)} />
        <DateField name="endsOn" label={t('endsOn')} defaultValue={day(period?.endsOn)} />
      </div>
      <TextField name="source" label={t('source')} hint={t('sourceHint')} defaultValue={period?.source} />
    </ActionForm>
  )
}
