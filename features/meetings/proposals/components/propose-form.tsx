import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { RadioGroup } from '@/components/ui/radio-group'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import type { PartyKind } from '@/db/schema'
import { proposeAction } from '../server-actions'

const KINDS = ['discussion', 'decision', 'orientation'] as const

/** An item for the agenda of one meeting; only the municipality has something internal to propose. */
export async function ProposeForm({ meetingId, partyKind }: { meetingId: string; partyKind: PartyKind }) {
  const [t, agenda] = await Promise.all([getTranslations('proposals'), getTranslations('agenda')])
  const offered = partyKind === 'department' ? (['forum', 'internal'] as const) : (['forum', 'own'] as const)
  return (
    <ActionForm id="propose" action={proposeAction} hidden={{ meetingId }} submit={t('send')}>
      <TextField name="title" label={t('field.title')} />
      <TextArea
        name="description"
        label={t('field.description')}
        hint={t('field.descriptionHint')}
        rows={4}
        optional
      />
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <SelectField
          name="kind"
          label={t('field.kind')}
          options={KINDS.map((kind) => ({ value: kind, label: agenda(`kind.${kind}`) }))}
        />
        <TextField name="minutes" label={t('field.minutes')} width="short" inputMode="numeric" optional />
      </div>
      <RadioGroup
        name="visibility"
        legend={t('field.visibility')}
        defaultValue="forum"
        options={offered.map((value) => ({
          value,
          label: agenda(`visibility.${value}`),
          hint: t(`visibilityHint.${value}`),
        }))}
      />
    </ActionForm>
  )
}
