import { getTranslations } from 'next-intl/server'
import { RadioGroup } from '@/components/ui/radio-group'
import { VISIBILITIES, type Visibility } from '@/db/schema'

/** Who may read it; `outsider` when the one who is to do it stands outside the municipality. */
export async function VisibilityField({
  defaultValue,
  outsider = false,
}: {
  defaultValue: Visibility
  outsider?: boolean
}) {
  const t = await getTranslations('actionItems')
  const offered = VISIBILITIES.filter((visibility) => !(outsider && visibility === 'internal'))
  return (
    <RadioGroup
      name="visibility"
      legend={t('field.visibility')}
      defaultValue={defaultValue}
      options={offered.map((value) => ({
        value,
        label: t(`visibility.${value}`),
        hint: t(`visibilityHint.${value}`),
      }))}
    />
  )
}
