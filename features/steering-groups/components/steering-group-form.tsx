import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { SelectField } from '@/components/ui/select-field'
import { DateField, TextField } from '@/components/ui/text-field'
import { formatDate, type Locale } from '@/lib/format'
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
    </ActionForm>
  )
}
