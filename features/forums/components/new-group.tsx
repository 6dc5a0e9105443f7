import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import type { Forum } from '../queries/forums'
import { addGroupAction } from '../server-actions'

type Choice = { value: string; label: string }
/** `plans`: those of the forum's area. */
type Props = { forum: Forum; choices: { conveners: Choice[]; plans: Choice[] } | false }

/** Asks for the form, or is it: a group under this forum; who convenes the forum convenes it unless somebody else is chosen. */
export async function NewGroup({ forum, choices }: Props) {
  const [t, registers] = await Promise.all([getTranslations('forums'), getTranslations('registers')])
  if (!choices)
    return (
      <Link
        href="?edit=group#groups"
        prefetch={false}
        className="no-print mt-2 inline-flex min-h-6 items-center text-sm text-link hover:underline"
      >
        {t('groups.new')}
      </Link>
    )
  return (
    <section aria-label={t('groups.new')} className="no-print mt-4">
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
          name="planId"
          label={t('groups.plan')}
          hint={t('groups.planHint')}
          options={choices.plans}
          empty={t('groups.noPlan')}
          optional
        />
        <SelectField
          name="convenerId"
          label={registers('convener')}
          options={choices.conveners}
          empty={registers('nobody')}
          optional
          defaultValue={forum.convenerId ?? undefined}
        />
      </ActionForm>
    </section>
  )
}
