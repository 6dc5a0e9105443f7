import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { Disclosure } from '@/components/ui/disclosure'
import { TextArea } from '@/components/ui/text-area'
import { DateField } from '@/components/ui/text-field'
import { formatDate, type Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import type { ListedActionItem } from '../queries/row'
import { isPressing } from '../rules'
import { settleSeveralAction } from '../server-actions'

type Props = { items: ListedActionItem[]; viewer: Viewer; locale: Locale }

/** One step with several of the items shown, for the coordinator. */
export async function Several({ items, viewer, locale }: Props) {
  if (!can.settleActionItems(viewer)) return null
  const reported = items.filter(({ state }) => state === 'reported_done')
  const pressing = items.filter(({ state }) => isPressing(state))
  if (reported.length < 2 && pressing.length < 2) return null
  const t = await getTranslations('actionItems.several')
  const options = (some: ListedActionItem[]) =>
    some.map(({ id, title, party, dueOn }) => ({
      value: id,
      label: title,
      hint: t('hint', { party: party.name, due: formatDate(dueOn, locale, 'long') }),
    }))
  return (
    <Disclosure summary={t('title')} className="no-print mt-6">
      <div className="space-y-8">
        {reported.length > 1 && (
          <ActionForm
            id="several-closed"
            action={settleSeveralAction}
            hidden={{ step: 'closed' }}
            submit={t('close')}
            submitVariant="secondary"
          >
            <CheckboxGroup name="actionItemIds" legend={t('which')} options={options(reported)} />
          </ActionForm>
        )}
        {pressing.length > 1 && (
          <ActionForm
            id="several-moved"
            action={settleSeveralAction}
            hidden={{ step: 'date_moved' }}
            submit={t('move')}
            submitVariant="secondary"
          >
            <CheckboxGroup name="actionItemIds" legend={t('which')} options={options(pressing)} />
            <DateField name="dueOn" label={t('newDue')} />
            <TextArea name="text" label={t('comment')} rows={2} maxLength={1000} optional />
          </ActionForm>
        )}
      </div>
    </Disclosure>
  )
}
