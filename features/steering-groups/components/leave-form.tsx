import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { LEFT_KINDS } from '@/db/schema'
import type { LedgerGroup } from '../queries/ledger'
import { leaveItemAction } from '../server-actions'

/** Another thing the group left; a closed group says what that means. */
export async function LeaveForm({ group }: { group: LedgerGroup }) {
  const t = await getTranslations('succession.group')
  return (
    <section aria-label={t('add')} className="no-print mt-5 border-t border-line pt-4">
      <h3 className="mb-2 font-semibold">{t('add')}</h3>
      {group.closedAt && <p className="mb-3 max-w-[60ch] text-sm text-muted">{t('addReopens')}</p>}
      <ActionForm
        id="leave"
        action={leaveItemAction}
        hidden={{ groupId: group.id }}
        submit={t('addSubmit')}
        submitVariant="secondary"
        size="small"
      >
        <SelectField
          name="kind"
          label={t('addKind')}
          options={LEFT_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <TextField name="text" label={t('addText')} hint={t('addHint')} />
      </ActionForm>
    </section>
  )
}
