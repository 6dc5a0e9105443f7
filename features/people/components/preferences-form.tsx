import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { RadioGroup } from '@/components/ui/radio-group'
import type { Viewer } from '@/policy'
import { changePreferencesAction } from '../server-actions'

export async function PreferencesForm({ locale, theme }: Pick<Viewer, 'locale' | 'theme'>) {
  const t = await getTranslations('me.preferences')
  return (
    <ActionForm action={changePreferencesAction} submit={t('save')}>
      <RadioGroup
        name="locale"
        legend={t('language')}
        defaultValue={locale}
        options={[
          { value: 'da', label: <span lang="da">{t('da')}</span> },
          { value: 'en', label: <span lang="en">{t('en')}</span> },
        ]}
      />
      <RadioGroup
        name="theme"
        legend={t('theme')}
        defaultValue={theme}
        options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(value) }))}
      />
    </ActionForm>
  )
}
