import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { RadioGroup } from '@/components/ui/radio-group'
import { SelectField } from '@/components/ui/select-field'
import { ENQUIRY_KINDS } from '@/db/schema'
import { listChoices } from '@/features/classifications/queries'
import type { PlainDate } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import { listAreas, listOwners } from '../queries/choices'
import type { EnquiryDetail } from '../queries/detail'
import { sortAction } from '../server-actions'

type Props = { enquiry: EnquiryDetail; today: PlainDate; locale: Locale }

/** What kind it is, where, about what, and whose. */
export async function SortForm({ enquiry, today, locale }: Props) {
  const t = await getTranslations('enquiries')
  const { id, version, kind, areaId, themeId, targetGroupId, ownerId } = enquiry
  const listed = listChoices(locale, today, [themeId, targetGroupId])
  return (
    <ActionForm id="sort" action={sortAction} hidden={{ id, version }} submit={t('do.sort')}>
      <RadioGroup
        name="kind"
        legend={t('facts.kind')}
        defaultValue={kind}
        options={ENQUIRY_KINDS.map((value) => ({
          value,
          label: t(`kind.${value}`),
          hint: t(`kindHint.${value}`),
        }))}
      />
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <SelectField
          name="areaId"
          label={t('form.area')}
          options={listAreas()}
          empty={t('form.dontKnow')}
          defaultValue={areaId ?? undefined}
          optional
        />
        <SelectField
          name="themeId"
          label={t('field.theme')}
          options={listed.theme}
          empty={t('field.choose')}
          defaultValue={themeId ?? undefined}
          optional
        />
        <SelectField
          name="targetGroupId"
          label={t('field.targetGroup')}
          options={listed.target_group}
          empty={t('field.choose')}
          defaultValue={targetGroupId ?? undefined}
          optional
        />
        <SelectField name="ownerId" label={t('field.owner')} options={listOwners()} defaultValue={ownerId} />
      </div>
    </ActionForm>
  )
}
