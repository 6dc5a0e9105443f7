import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { SelectField } from '@/components/ui/select-field'
import { DateField, TextField } from '@/components/ui/text-field'
import { formatDate, formatTypedHours, type Locale } from '@/lib/format'
import type { SteeringGroup } from '../queries/administration'
import { addSteeringGroupAction, changeSteeringGroupAction } from '../server-actions'

type Choice = { value: string; label: string }
type Props = { group?: SteeringGroup; plans: Choice[]; forums: Choice[]; locale: Locale }

/** A group to be written down, or one to be changed; a group stays with its plan. */
export async function SteeringGroupForm({ group, plans, forums, locale }: Props) {
  const t = await getTranslations('registers')
  return (
    <ActionForm
      id="steering-group"
      action={group ? changeSteeringGroupAction : addSteeringGroupAction}
      hidden={group ? { id: group.id, version: group.version } : {}}
      submit={t(group ? 'save' : 'add')}
    >
      {!group && <SelectField name="planId" label={t('plan')} options={plans} width="half" />}
      <TextField name="name" label={t('name')} width="half" defaultValue={group?.name} />
      <DateField
        name="endedOn"
        label={t('endedOn')}
        optional
        defaultValue={group?.endedOn ? formatDate(group.endedOn, locale, 'numeric') : undefined}
      />
      <SelectField
        name="successorForumId"
        label={t('successor')}
        options={forums}
        empty={t('noSuccessor')}
        optional
        width="half"
        defaultValue={group?.successorForumId ?? undefined}
      />
      <TextField name="source" label={t('source')} hint={t('sourceHint')} defaultValue={group?.source} />
      <p className="pt-2 font-semibold">{t('baselineTitle')}</p>
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <TextField
          name="meetingsAYear"
          label={t('meetingsAYear')}
          inputMode="numeric"
          width="short"
          optional
          defaultValue={figure(group?.meetingsAYear)}
        />
        <TextField
          name="municipalPeople"
          label={t('municipalPeople')}
          inputMode="numeric"
          width="short"
          optional
          defaultValue={figure(group?.municipalPeople)}
        />
        <TextField
          name="minutesAYear"
          label={t('hoursAYear')}
          hint={t('hoursHint')}
          width="short"
          optional
          defaultValue={group?.minutesAYear ? formatTypedHours(group.minutesAYear) : undefined}
        />
      </div>
      <TextField
        name="baselineSource"
        label={t('baselineSource')}
        hint={t('baselineSourceHint')}
        optional
        defaultValue={group?.baselineSource}
      />
      <SelectField
        name="baselineEstimated"
        label={t('baselineHow')}
        options={[
          { value: 'as_stated', label: t('asStated') },
          { value: 'estimated', label: t('estimated') },
        ]}
        defaultValue={group?.baselineEstimated ? 'estimated' : 'as_stated'}
      />
    </ActionForm>
  )
}

const figure = (known: number | null | undefined) => (known ? String(known) : undefined)
