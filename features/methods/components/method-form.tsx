import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { listChoices } from '@/features/classifications/queries'
import type { PlainDate } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import type { getMethod } from '../queries'
import { addMethodAction, changeMethodAction } from '../server-actions'

type Props = { method?: ReturnType<typeof getMethod>; today: PlainDate; locale: Locale }

export async function MethodForm({ method, today, locale }: Props) {
  const t = await getTranslations('methods')
  const kinds = listChoices(locale, today, [method?.activityKindId ?? null]).activity_kind
  return (
    <ActionForm
      id="method"
      action={method ? changeMethodAction : addMethodAction}
      hidden={method ? { id: method.id, version: method.version } : {}}
      submit={t(method ? 'save' : 'add')}
    >
      <TextField name="title" label={t('name')} defaultValue={method?.title} />
      <TextArea
        name="description"
        label={t('description')}
        hint={t('descriptionHint')}
        rows={4}
        maxLength={3000}
        defaultValue={method?.description}
      />
      <SelectField
        name="activityKindId"
        label={t('kind')}
        options={kinds}
        empty={t('choose')}
        optional
        defaultValue={method?.activityKindId ?? undefined}
      />
      <TextArea
        name="evidence"
        label={t('evidence')}
        rows={3}
        maxLength={2000}
        optional
        defaultValue={method?.evidence}
      />
      <TextField name="link" label={t('link')} inputMode="url" optional defaultValue={method?.link ?? ''} />
    </ActionForm>
  )
}
