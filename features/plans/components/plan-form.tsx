import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { DateField, TextField } from '@/components/ui/text-field'
import { FUNDERS } from '@/db/schema'
import { formatDate, formatKroner, type Locale } from '@/lib/format'
import type { PlanDetail } from '../queries'
import { addPlanAction, changePlanAction } from '../server-actions'

type Choice = { value: string; label: string }
type Props = { plan?: PlanDetail; areas?: Choice[]; organisations?: Choice[]; locale: Locale }

/** A new plan, or what stands in one. */
export async function PlanForm({ plan, areas = [], organisations = [], locale }: Props) {
  const t = await getTranslations('plans')
  const day = (date?: string | null) => (date ? formatDate(date, locale, 'numeric') : undefined)
  const amount = (ore?: number | null) => (ore == null ? undefined : formatKroner(ore))
  return (
    <ActionForm
      id="plan"
      action={plan ? changePlanAction : addPlanAction}
      hidden={plan ? { id: plan.id, version: plan.version } : {}}
      submit={t(plan ? 'save' : 'add')}
    >
      <TextField name="name" label={t('name')} defaultValue={plan?.name} />
      {!plan && (
        <>
          <SelectField name="areaId" label={t('area')} options={areas} empty={t('choose')} />
          <SelectField name="leadPartyId" label={t('lead')} options={organisations} empty={t('choose')} />
        </>
      )}
      <TextArea
        name="purpose"
        label={t('purpose')}
        hint={t('purposeHint')}
        rows={4}
        maxLength={2000}
        optional
        defaultValue={plan?.purpose}
      />
      <TextField
        name="contract"
        label={t('contract')}
        hint={t('contractHint')}
        optional
        defaultValue={plan?.contract}
      />
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <DateField name="startsOn" label={t('startsOn')} optional defaultValue={day(plan?.startsOn)} />
        <DateField name="endsOn" label={t('endsOn')} optional defaultValue={day(plan?.endsOn)} />
      </div>
      <TextField
        name="budgetOre"
        label={t('budget')}
        hint={t('budgetHint')}
        optional
        width="half"
        defaultValue={amount(plan?.budgetOre)}
      />
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {FUNDERS.map((funder) => (
          <TextField
            key={funder}
            name={funder}
            label={t(`funder.${funder}`)}
            optional
            defaultValue={amount(plan?.shares[funder])}
          />
        ))}
      </div>
    </ActionForm>
  )
}
