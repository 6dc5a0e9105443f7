import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { RadioGroup } from '@/components/ui/radio-group'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import type { PartyCoverage } from '../queries'
import { noteAnswerAction } from '../server-actions'

/** For who called instead of pressing. */
export async function NoteAnswer({ meetingId, parties }: { meetingId: string; parties: PartyCoverage[] }) {
  const t = await getTranslations('invitations')
  return (
    <Disclosure summary={t('note.title')} className="mt-3 text-sm">
      <ActionForm
        id="note-answer"
        action={noteAnswerAction}
        hidden={{ meetingId }}
        submit={t('note.submit')}
        size="small"
      >
        <SelectField
          name="personId"
          label={t('note.person')}
          empty={t('note.choosePerson')}
          options={parties.flatMap(({ party, everybody }) =>
            everybody.map(({ id, name }) => ({ value: id, label: name, group: party })),
          )}
        />
        <RadioGroup
          name="answer"
          legend={t('note.answer')}
          options={(['coming', 'deputy', 'nobody'] as const).map((value) => ({
            value,
            label: t(`note.says.${value}`),
          }))}
        />
        <TextField name="deputyName" label={t('note.deputyName')} optional />
      </ActionForm>
    </Disclosure>
  )
}
