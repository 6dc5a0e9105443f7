import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { DateField, TextField } from '@/components/ui/text-field'
import { responsibleOptions } from '@/features/action-items/components/responsible-options'
import { VisibilityField } from '@/features/action-items/components/visibility-field'
import { listResponsible } from '@/features/action-items/queries/responsible'
import { listForums } from '@/features/forums/queries/forums'
import { listInitiativeChoices } from '@/features/initiatives/queries'
import type { PlainDate } from '@/lib/dates'
import type { Viewer } from '@/policy'
import type { EnquiryDetail } from '../queries/detail'
import { headlineOf } from '../rules'
import { linkInitiativeAction, makeItemAction, proposeAction } from '../server-actions'

type Props = {
  enquiry: EnquiryDetail
  viewer: Viewer
  today: PlainDate
  deed: 'propose' | 'item' | 'initiative'
}

/** What becomes of it: an item for a forum's agenda, an action item, or an initiative that takes care of it. */
export async function BecomeForm({ enquiry, viewer, today, deed }: Props) {
  const [t, items] = await Promise.all([getTranslations('enquiries'), getTranslations('actionItems')])
  const { id, text, areaId } = enquiry
  const [submit, choose] = [t(`do.${deed}`), t('field.choose')]
  if (deed === 'initiative') {
    return (
      <ActionForm id="initiative" action={linkInitiativeAction} hidden={{ id }} submit={submit}>
        <SelectField
          name="initiativeId"
          label={t('field.initiative')}
          options={listInitiativeChoices(viewer)}
          empty={choose}
        />
      </ActionForm>
    )
  }
  const forums = listForums(viewer, today)
  const forumField = (
    <SelectField
      name="forumId"
      label={t('field.forum')}
      options={forums.map((forum) => ({ value: forum.id, label: forum.shortName }))}
      empty={choose}
      defaultValue={forums.find((forum) => forum.areaId === areaId)?.id}
    />
  )
  if (deed === 'propose') {
    return (
      <ActionForm id="propose" action={proposeAction} hidden={{ id }} submit={submit}>
        {forumField}
        <TextField name="title" label={t('field.proposalTitle')} defaultValue={headlineOf(text)} />
        <TextArea
          name="description"
          label={t('field.background')}
          hint={t('field.backgroundHint')}
          rows={5}
          defaultValue={text}
        />
      </ActionForm>
    )
  }
  return (
    <ActionForm id="item" action={makeItemAction} hidden={{ id }} submit={submit}>
      {forumField}
      <TextField name="title" label={items('field.title')} defaultValue={headlineOf(text)} />
      <SelectField
        name="responsible"
        label={items('field.responsible')}
        options={responsibleOptions(listResponsible(viewer, today))}
        empty={choose}
      />
      <DateField name="dueOn" label={items('field.due')} hint={items('field.dueHint')} />
      <VisibilityField defaultValue="internal" />
    </ActionForm>
  )
}
