import { getTranslations } from 'next-intl/server'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { DateField, TextField } from '@/components/ui/text-field'
import { formatDate, type Locale } from '@/lib/format'
import type { ActionItemDetail } from '../queries/detail'
import type { PartyWithPeople } from '../queries/responsible'
import { responsibleOptions } from './responsible-options'
import type { FormName } from './step-form'
import { VisibilityField } from './visibility-field'

type Props = {
  name: FormName
  item: ActionItemDetail
  people: PartyWithPeople[]
  locale: Locale
  focus?: boolean
}

/** What a step needs to be told. */
export async function StepFields({ name, item, people, locale, focus }: Props) {
  const t = await getTranslations('actionItems.field')
  const reason = (first?: boolean) => (
    <TextArea name="reason" label={t('reason')} rows={2} maxLength={1000} autoFocus={first} />
  )
  const comment = <TextArea name="text" label={t('comment')} rows={2} maxLength={1000} optional />

  switch (name) {
    case 'reported_done':
      return (
        <>
          <TextArea
            name="evidence"
            label={t('evidence')}
            hint={t('evidenceHint')}
            rows={2}
            maxLength={2000}
            autoFocus={focus}
          />
          <TextField name="link" label={t('link')} hint={t('linkHint')} inputMode="url" optional />
        </>
      )
    case 'waiting':
      return (
        <>
          <TextField autoFocus={focus} name="waitingOn" label={t('waitingOn')} width="half" />
          <DateField name="until" label={t('until')} optional />
        </>
      )
    case 'date_asked':
      return (
        <>
          <DateField name="dueOn" label={t('newDue')} autoFocus={focus} hint={t('newDueHint')} />
          {reason()}
        </>
      )
    case 'date_moved':
      return (
        <>
          <DateField name="dueOn" label={t('newDue')} autoFocus={focus} hint={t('dueHint')} />
          {comment}
        </>
      )
    case 'reassigned':
      return (
        <>
          <SelectField
            name="responsible"
            label={t('responsible')}
            options={responsibleOptions(people)}
            empty={t('choose')}
          />
          <DateField name="dueOn" label={t('due')} defaultValue={formatDate(item.dueOn, locale, 'numeric')} />
          {comment}
        </>
      )
    case 'handed_over':
      return (
        <>
          <SelectField
            name="personId"
            label={t('colleague')}
            options={colleaguesOf(item, people)}
            empty={t('choose')}
          />
          {comment}
        </>
      )
    case 'change':
      return (
        <>
          <TextField autoFocus={focus} name="title" label={t('title')} defaultValue={item.title} />
          <VisibilityField defaultValue={item.visibility} outsider={item.party.kind !== 'department'} />
        </>
      )
    case 'date_kept':
      return <TextArea autoFocus={focus} name="text" label={t('reason')} rows={2} maxLength={1000} />
    case 'grant':
      return comment
    case 'refused':
    case 'sent_back':
    case 'cancelled':
      return reason(focus)
    default:
      return null
  }
}

const colleaguesOf = (item: ActionItemDetail, people: PartyWithPeople[]) =>
  people
    .filter(({ id }) => id === item.responsiblePartyId)
    .flatMap((party) => party.people)
    .filter(({ id }) => id !== item.responsiblePersonId)
    .map(({ id, name }) => ({ value: id, label: name }))
