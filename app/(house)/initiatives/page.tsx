import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/session'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { listChoices } from '@/features/classifications/queries'
import { listForums } from '@/features/forums/queries/forums'
import { FilterForm } from '@/features/initiatives/components/filter-form'
import { InitiativeTable } from '@/features/initiatives/components/initiative-table'
import { InitiativeTabs } from '@/features/initiatives/components/initiative-tabs'
import { listInput } from '@/features/initiatives/input'
import { listInitiatives } from '@/features/initiatives/queries'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('initiatives'))('title') }
}

export default async function InitiativesPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const [t, locale] = [await getTranslations('initiatives'), localeFrom(await getLocale())]
  const day = today(new Date())
  const address = listInput.parse(await searchParams)
  const { initiatives, count, page, pages } = listInitiatives(viewer, address)
  const listed = listChoices(locale, day, [address.theme ?? null, address.group ?? null])
  const at = (to: number) => {
    const chosen = Object.entries({ ...address, page: to }).filter(([, value]) => value !== undefined)
    return `/initiatives?${new URLSearchParams(chosen.map(([name, value]) => [name, String(value)]))}`
  }
  return (
    <>
      <PageHeader title={t('title')}>
        <p className="mt-1 text-muted">{t('count', { count })}</p>
      </PageHeader>
      <InitiativeTabs viewer={viewer} current="initiatives" />
      <FilterForm
        address={address}
        areas={listForums(viewer, day).map(({ slug, shortName }) => ({ value: slug, label: shortName }))}
        themes={listed.theme}
        groups={listed.target_group}
      />
      {initiatives.length === 0 ? (
        <Empty>{t('none')}</Empty>
      ) : (
        <Card>
          <InitiativeTable initiatives={initiatives} showPlan locale={locale} />
        </Card>
      )}
      {pages > 1 && (
        <nav
          aria-label={t('pages.label')}
          className="no-print mt-6 flex flex-wrap items-center gap-x-5 gap-y-2"
        >
          {page > 1 && <ButtonLink href={at(page - 1)}>{t('pages.before')}</ButtonLink>}
          <span>{t('pages.at', { page: String(page), pages: String(pages) })}</span>
          {page < pages && <ButtonLink href={at(page + 1)}>{t('pages.after')}</ButtonLink>}
        </nav>
      )}
    </>
  )
}
