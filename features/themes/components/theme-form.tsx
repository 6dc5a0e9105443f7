import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { DateField, TextField } from '@/components/ui/text-field'
import { formatDate, type Locale } from '@/lib/format'
import type { Theme } from '../queries'
import { addThemeAction, changeThemeAction } from '../server-actions'

/** A new theme, or one to be changed. */
export async function ThemeForm({ theme, locale }: { theme?: Theme; locale: Locale }) {
  const t = await getTranslations('registers')
  const day = (date?: string | null) => (date ? formatDate(date, locale, 'numeric') : undefined)
  return (
    <ActionForm
      id="theme"
      action={theme ? changeThemeAction : addThemeAction}
      hidden={theme ? { id: theme.id, version: theme.version } : {}}
      submit={t(theme ? 'save' : 'add')}
    >
      <TextField name="nameDa" label={t('nameDa')} width="half" defaultValue={theme?.nameDa} />
      <TextField name="nameEn" label={t('nameEn')} width="half" defaultValue={theme?.nameEn} />
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <DateField name="validFrom" label={t('from')} optional defaultValue={day(theme?.validFrom)} />
        <DateField name="validTo" label={t('to')} optional defaultValue={day(theme?.validTo)} />
      </div>
    </ActionForm>
  )
}
