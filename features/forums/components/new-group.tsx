import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import type { Forum } from '../queries/forums'
import { addGroupAction } from '../server-actions'

type Props = { forum: Forum; conveners: { value: string; label: string }[] }

/** A group under this forum; who convenes the forum convenes it unless somebody else is chosen. */
export async function NewGroup({ forum, conveners }: Props) {
  const [t, registers] = await Promise.all([getTranslations('forums'), getTranslations('registers')])
  return (
    <Disclosure summary={t('groups.new')} className="no-print mt-2">
      <ActionForm
        id="new-group"
        action={addGroupAction}
        hidden={{ parentId: forum.id }}
        submit={t('groups.add')}
      >
        <SelectField
          name="kind"
          label={registers('kind')}
          options={(['working_group', 'practice_network'] as const).map((kind) => ({
            value: kind,
            label: t(`kind.${kind}`),
          }))}
        />
        <TextField name="name" label={registers('name')} hint={t('groups.nameHint')} />
        <TextField name="rhythm" label={registers('rhythm')} hint={registers('rhythmHint')} optional />
        <SelectField
          name="convenerId"
          label={registers('convener')}
          options={conveners}
          empty={registers('nobody')}
          optional
          defaultValue={forum.convenerId ?? undefined}
        />
      </ActionForm>
    </Disclosure>
  )
}
