import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { type Option, SelectField } from '@/components/ui/select-field'
import { DateField, TextField } from '@/components/ui/text-field'
import type { PartyWithPeople } from '../queries/responsible'
import { createAction } from '../server-actions'
import { responsibleOptions } from './responsible-options'
import { VisibilityField } from './visibility-field'

type Props = { forums: Option[]; forum?: string; people: PartyWithPeople[] }

export async function NewActionItemForm({ forums, forum, people }: Props) {
  const t = await getTranslations('actionItems')
  const choose = t('field.choose')
  return (
    <ActionForm id="new-action-item" action={createAction} submit={t('create.submit')}>
      <SelectField
        name="forumId"
        label={t('field.forum')}
        options={forums}
        defaultValue={forum}
        empty={choose}
      />
      <TextField name="title" label={t('field.title')} />
      <SelectField
        name="responsible"
        label={t('field.responsible')}
        options={responsibleOptions(people)}
        empty={choose}
      />
      <DateField name="dueOn" label={t('field.due')} hint={t('field.dueHint')} />
      <VisibilityField defaultValue="internal" />
      <p className="max-w-[70ch] text-sm text-muted">{t('create.outsiders')}</p>
    </ActionForm>
  )
}
