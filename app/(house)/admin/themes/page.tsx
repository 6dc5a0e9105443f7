import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { Register } from '@/components/ui/register'
import { ThemeForm } from '@/features/themes/components/theme-form'
import { listThemes } from '@/features/themes/queries'
import { localeFrom } from '@/i18n/locale'
import { formatPeriod } from '@/lib/format'

type Props = { searchParams: Promise<{ change?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('sections.themes') }
}

export default async function ThemesPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const rows = orNotFound(() => listThemes(viewer))
  const wanted = (await searchParams).change
  const chosen = rows.find(({ id }) => id === wanted)
  if (wanted && !chosen) notFound()
  const [t, admin] = await Promise.all([getTranslations('registers'), getTranslations('admin')])
  const locale = localeFrom(await getLocale())

  return (
    <>
      <PageHeader
        title={admin('sections.themes')}
        crumbs={[{ label: admin('title'), href: '/admin' }, { label: admin('sections.themes') }]}
      >
        <p className="mt-2 max-w-[65ch] text-muted">{t('intro.themes')}</p>
      </PageHeader>
      <Register
        label={admin('sections.themes')}
        columns={[t('name'), t('period')]}
        empty={t('none')}
        changeLabel={t('change')}
        rows={rows.map((theme) => ({
          id: theme.id,
          name: locale === 'da' ? theme.nameDa : theme.nameEn,
          cells: [formatPeriod(theme.validFrom, theme.validTo, locale)],
          change: {
            href: `/admin/themes?change=${theme.id}#form`,
            label: t('row', { name: locale === 'da' ? theme.nameDa : theme.nameEn }),
          },
        }))}
        form={{
          title: chosen ? t('row', { name: locale === 'da' ? chosen.nameDa : chosen.nameEn }) : t('new'),
          cancel: chosen && { href: '/admin/themes', label: t('cancel') },
          content: <ThemeForm key={chosen?.id} theme={chosen} locale={locale} />,
        }}
      />
    </>
  )
}
