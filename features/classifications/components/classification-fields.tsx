import { getTranslations } from 'next-intl/server'
import { SelectField } from '@/components/ui/select-field'
import type { PlainDate } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import { listChoices } from '../queries'

type Classified = { themeId: string | null; targetGroupId: string | null; activityKindId: string | null }

const FIELDS = [
  { name: 'activityKindId', list: 'activity_kind', label: 'kind' },
  { name: 'targetGroupId', list: 'target_group', label: 'targetGroup' },
  { name: 'themeId', list: 'theme', label: 'theme' },
] as const

/** Kind, target group and theme: those in use today, and what was chosen while it was. */
export async function ClassificationFields({
  chosen,
  themeHint,
  today,
  locale,
}: {
  chosen: Classified | undefined
  themeHint?: string
  today: PlainDate
  locale: Locale
}) {
  const t = await getTranslations('initiatives')
  const listed = listChoices(
    locale,
    today,
    FIELDS.map(({ name }) => chosen?.[name] ?? null),
  )
  return FIELDS.map(({ name, list, label }) => (
    <SelectField
      key={name}
      name={name}
      label={t(label)}
      hint={name === 'themeId' ? themeHint : undefined}
      options={listed[list]}
      empty={t('choose')}
      optional
      defaultValue={chosen?.[name] ?? undefined}
    />
  ))
}
