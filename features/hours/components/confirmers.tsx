import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { PressForm } from '@/components/ui/press-form'
import { SelectField } from '@/components/ui/select-field'
import { can, type Viewer } from '@/policy'
import type { Account } from '../queries/confirmation'
import { nameConfirmerAction, removeConfirmerAction } from '../server-actions'

/** Who may confirm beside the lead; the lead names them. */
export async function Confirmers({ account, viewer }: { account: Account; viewer: Viewer }) {
  const t = await getTranslations('hours.confirmers')
  const { party, confirmers, colleagues } = account
  const names = can.nameHourConfirmer(viewer, { partyId: party.id })
  const others = colleagues.filter(({ value }) => !confirmers.some(({ id }) => id === value))
  return (
    <Card title={t('title', { party: party.shortName })} className="no-print">
      <p>{t('lead')}</p>
      <ul>
        {confirmers.map(({ id, name }) => (
          <li key={id} className="flex items-center justify-between gap-3 py-1.5">
            {name}
            {names && (
              <PressForm
                action={removeConfirmerAction}
                hidden={{ partyId: party.id, personId: id }}
                size="small"
              >
                {t('remove', { name })}
              </PressForm>
            )}
          </li>
        ))}
      </ul>
      {names && others.length > 0 && (
        <ActionForm
          id="confirmer"
          action={nameConfirmerAction}
          hidden={{ partyId: party.id }}
          submit={t('add')}
          submitVariant="secondary"
          size="small"
          className="mt-3"
        >
          <SelectField name="personId" label={t('person')} options={others} empty={t('choose')} />
        </ActionForm>
      )}
    </Card>
  )
}
