import { getTranslations } from 'next-intl/server'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { ALLOCATION_CATEGORIES } from '@/db/schema'
import { formatKroner, type Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import { type Allocation, type Decision, placeChoices } from '../queries/funding'
import { addAllocationAction, changeAllocationAction, removeAllocationAction } from '../server-actions'
import { nameOfDecision } from './decisions'
import { EditCard } from './edit-card'

const actions = { add: addAllocationAction, change: changeAllocationAction, remove: removeAllocationAction }

type Props = {
  viewer: Viewer
  periodId: string
  stored?: Allocation
  decisions: Decision[]
  locale: Locale
}

/** Money given out: for what, where, and on whose decision. */
export async function AllocationForm({ viewer, periodId, stored, decisions, locale }: Props) {
  const [t, all] = [await getTranslations('funding.allocations'), await getTranslations('funding')]
  const { plans, areas } = placeChoices(viewer)
  const grouped = (group: string, places: { id: string; name: string }[]) =>
    places.map(({ id, name }) => ({ value: id, label: name, group }))
  return (
    <EditCard
      id="allocation"
      title={t(stored ? 'change' : 'new')}
      periodId={periodId}
      actions={actions}
      stored={stored}
    >
      <TextField name="label" label={t('label')} defaultValue={stored?.label} />
      <SelectField
        name="category"
        label={t('category.label')}
        options={ALLOCATION_CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
        defaultValue={stored?.category}
      />
      <SelectField
        name="placeId"
        label={t('place')}
        hint={t('placeHint')}
        optional
        empty={t('everywhere')}
        options={[...grouped(t('areas'), areas), ...grouped(t('plans'), plans)]}
        defaultValue={stored?.plan?.id ?? stored?.areaId ?? undefined}
      />
      <TextField
        name="amountOre"
        label={t('amount')}
        hint={(await getTranslations('funding.figures'))('amountHint')}
        width="half"
        defaultValue={stored && formatKroner(stored.amountOre)}
      />
      {decisions.length > 0 && (
        <CheckboxGroup
          name="decisionIds"
          legend={t('decisionsField')}
          hint={t('decisionsHint')}
          options={decisions.map((decision) => ({
            value: decision.id,
            label: nameOfDecision(decision, locale),
            hint: decision.title,
            chosen: stored?.decisionIds.includes(decision.id),
          }))}
        />
      )}
      <TextField name="source" label={all('source')} hint={all('sourceHint')} defaultValue={stored?.source} />
    </EditCard>
  )
}
