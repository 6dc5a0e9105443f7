import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { SelectField } from '@/components/ui/select-field'
import { DateField, TextField } from '@/components/ui/text-field'
import { QUALIFIERS } from '@/db/schema'
import { formatDate, type Locale } from '@/lib/format'
import type { BeforeAfter } from '../queries/before-after'
import { keepCountAction } from '../server-actions'

/** How many groups a source says there were. */
export async function CountForm({
  count,
  locale,
}: {
  count: BeforeAfter['forums']['before']
  locale: Locale
}) {
  const t = await getTranslations('succession.count')
  return (
    <ActionForm
      id="how-many"
      action={keepCountAction}
      hidden={count ? { id: count.id, version: count.version } : {}}
      submit={t('save')}
      submitVariant="secondary"
      size="small"
    >
      <SelectField
        name="qualifier"
        label={t('qualifier')}
        options={QUALIFIERS.map((one) => ({ value: one, label: t(`qualifiers.${one}`) }))}
        defaultValue={count?.qualifier}
      />
      <TextField
        name="count"
        label={t('count')}
        inputMode="numeric"
        width="short"
        defaultValue={count ? String(count.count) : undefined}
      />
      <DateField
        name="asOf"
        label={t('asOf')}
        defaultValue={count ? formatDate(count.asOf, locale, 'numeric') : undefined}
      />
      <TextField name="source" label={t('source')} hint={t('sourceHint')} defaultValue={count?.source} />
    </ActionForm>
  )
}
