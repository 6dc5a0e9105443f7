import { getTranslations } from 'next-intl/server'
import { RadioGroup } from '@/components/ui/radio-group'
import { SEAT_KINDS } from '@/db/schema'

export async function KindField({ defaultValue }: { defaultValue: (typeof SEAT_KINDS)[number] }) {
  const t = await getTranslations('seats')
  return (
    <RadioGroup
      name="kind"
      legend={t('field.kind')}
      defaultValue={defaultValue}
      options={SEAT_KINDS.map((value) => ({
        value,
        label: <span className="inline-block first-letter:uppercase">{t(value)}</span>,
        hint: t(`field.${value}Hint`),
      }))}
    />
  )
}
