import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { DateField, TextField } from '@/components/ui/text-field'
import { ClassificationFields } from '@/features/classifications/components/classification-fields'
import type { PlainDate } from '@/lib/dates'
import { formatDate, formatKroner, type Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import type { InitiativeDetail } from '../queries'
import { initiativeChoices } from '../queries'
import { changeInitiativeAction, createInitiativeAction } from '../server-actions'

type Props = {
  plan: { id: string; areaId: string; leadPartyId: string }
  initiative?: InitiativeDetail
  viewer: Viewer
  today: PlainDate
  locale: Locale
}

export const INITIATIVE_FORM = 'initiative'

/** A new initiative of a plan, or what stands in one. */
export async function InitiativeForm({ plan, initiative, viewer, today, locale }: Props) {
  const t = await getTranslations('initiatives')
  const choices = initiativeChoices(viewer, plan)
  const day = (date?: string | null) => (date ? formatDate(date, locale, 'numeric') : undefined)
  const amount = (ore?: number | null) => (ore == null ? undefined : formatKroner(ore))
  const lead = initiative?.parties.find(({ leads }) => leads)?.id ?? plan.leadPartyId
  const takesPart = (id: string) => initiative?.parties.some((party) => party.id === id && !party.leads)
  return (
    <ActionForm
      id={INITIATIVE_FORM}
      action={initiative ? changeInitiativeAction : createInitiativeAction}
      hidden={initiative ? { id: initiative.id, version: initiative.version } : { planId: plan.id }}
      submit={t(initiative ? 'save' : 'add')}
    >
      <TextField name="title" label={t('name')} defaultValue={initiative?.title} />
      <TextArea
        name="description"
        label={t('description')}
        hint={t('descriptionHint')}
        rows={4}
        optional
        defaultValue={initiative?.description}
      />
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <ClassificationFields chosen={initiative} themeHint={t('themeHint')} today={today} locale={locale} />
        <SelectField
          name="estateId"
          label={t('estate')}
          options={choices.estates}
          empty={t('choose')}
          optional
          defaultValue={initiative?.estateId ?? undefined}
        />
      </div>
      <TextField
        name="place"
        label={t('place')}
        hint={t('placeHint')}
        optional
        width="half"
        defaultValue={initiative?.place}
      />
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <DateField name="startsOn" label={t('startsOn')} optional defaultValue={day(initiative?.startsOn)} />
        <DateField name="endsOn" label={t('endsOn')} optional defaultValue={day(initiative?.endsOn)} />
      </div>
      <TextField
        name="coreService"
        label={t('coreService')}
        hint={t('coreServiceHint')}
        defaultValue={initiative?.coreService}
      />
      <TextField
        name="civicPartner"
        label={t('civicPartner')}
        hint={t('civicPartnerHint')}
        optional
        defaultValue={initiative?.civicPartner}
      />
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <TextField name="costOre" label={t('cost')} optional defaultValue={amount(initiative?.costOre)} />
        <TextField
          name="cofinancedOre"
          label={t('cofinanced')}
          optional
          defaultValue={amount(initiative?.cofinancedOre)}
        />
      </div>
      <SelectField name="leadId" label={t('lead')} options={choices.parties} defaultValue={lead} />
      <CheckboxGroup
        name="partyIds"
        legend={t('others')}
        options={choices.parties.map(({ value, label }) => ({ value, label, chosen: takesPart(value) }))}
      />
      {choices.offers.length > 0 && (
        <CheckboxGroup
          name="offerIds"
          legend={t('leadsTo')}
          hint={t('leadsToHint')}
          options={choices.offers.map(({ value, label, group }) => ({
            value,
            label,
            hint: group,
            chosen: initiative?.offers.some(({ id }) => id === value),
          }))}
        />
      )}
    </ActionForm>
  )
}
