import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { ThemeForm } from '@/features/themes/components/theme-form'
import { listThemes } from '@/features/themes/queries'
import { localeFrom } from '@/i18n/locale'
import { formatPeriod } from '@/lib/format'
import { RegisterPage } from '../register-page'

type Props = { searchParams: Promise<{ change?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('sections.themes') }
}

export default async function ThemesPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const rows = orNotFound(() => listThemes(viewer))
  const [t, locale] = [await getTranslations('registers'), localeFrom(await getLocale())]
  return (
    <RegisterPage
      section="themes"
      path="/admin/themes"
      columns={[t('name'), t('period')]}
      rows={rows}
      nameOf={(theme) => (locale === 'da' ? theme.nameDa : theme.nameEn)}
      cellsOf={(theme) => [formatPeriod(theme.validFrom, theme.validTo, locale)]}
      wanted={(await searchParams).change}
      form={(chosen) => <ThemeForm key={chosen?.id} theme={chosen} locale={locale} />}
    />
  )
}
