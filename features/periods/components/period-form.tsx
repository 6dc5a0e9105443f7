import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { DateField, TextField } from '@/components/ui/text-field'
import { formatDate, formatHundredths, type Locale } from '@/lib/format'
import type { Period } from '../queries'
import { addPeriodAction, changePeriodAction } from '../server-actions'

/** A new period, or one to be changed. */
export async function PeriodForm({ period, locale }: { period?: Period; locale: Locale }) {
  const t = await getTranslations('registers')
  const day = (date?: string | null) => (date ? formatDate(date, locale, 'numeric') : undefined)
  const number = (hundredths?: number | null) =>
    hundredths == null ? undefined : formatHundredths(hundredths, 'da')
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
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-3">
        <TextField
          name="shareBasisPoints"
          label={t('municipalShare')}
          hint={t('municipalShareHint')}
          optional
          defaultValue={number(period?.shareBasisPoints)}
        />
        <TextField
          name="activity"
          label={t('activityShare')}
          hint={t('splitHint', { example: '10,6' })}
          optional
          defaultValue={number(period?.activity)}
        />
        <TextField
          name="coordination"
          label={t('coordinationShare')}
          hint={t('splitHint', { example: '1,9' })}
          optional
          defaultValue={number(period?.coordination)}
        />
      </div>
      <DateField
        name="teamEndsOn"
        label={t('teamEndsOn')}
        hint={t('teamEndsOnHint')}
        optional
        defaultValue={day(period?.teamEndsOn)}
      />
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <TextField
          name="teamFteHundredths"
          label={t('teamFte')}
          hint={t('teamFteHint')}
          optional
          width="short"
          defaultValue={number(period?.teamFteHundredths)}
        />
        <TextField
          name="teamPeople"
          label={t('teamPeople')}
          hint={t('teamPeopleHint')}
          optional
          width="short"
          inputMode="numeric"
          defaultValue={period?.teamPeople?.toString()}
        />
      </div>
    </ActionForm>
  )
}
