import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { RowsBehind } from '@/features/reports/components/rows-behind'
import { rowsInput } from '@/features/reports/input'
import { listRowsBehind } from '@/features/reports/queries/report'
import { addressOf } from '@/features/reports/rules'
import { localeFrom } from '@/i18n/locale'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const load = cache(async (asked: string) => {
  const [viewer, locale] = [await requireViewer(), localeFrom(await getLocale())]
  const { page, ...address } = rowsInput.parse(JSON.parse(asked))
  const behind = orNotFound(() => listRowsBehind(viewer, address, locale, new Date()))
  return { page, address, behind, locale }
})

const loadFor = async (searchParams: Props['searchParams']) => load(JSON.stringify(await searchParams))

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: (await loadFor(searchParams)).behind.name }
}

export default async function RowsPage({ searchParams }: Props) {
  const { page, address, behind, locale } = await loadFor(searchParams)
  const t = await getTranslations('reports')
  const { figure, ...asked } = address
  return (
    <div className="mx-auto max-w-[880px]">
      <PageHeader
        title={behind.name}
        crumbs={[
          { label: t('title'), href: '/reports' },
          { label: t('rows.back'), href: `/reports/account?${addressOf(asked)}` },
          { label: behind.name },
        ]}
      >
        <p className="mt-1 text-muted">{t('rows.lead', { part: behind.part, period: behind.period })}</p>
      </PageHeader>
      <RowsBehind
        behind={behind}
        page={page}
        hrefOf={(other) =>
          `/reports/rows?${addressOf(asked)}&figure=${encodeURIComponent(figure)}&page=${other}`
        }
        locale={locale}
      />
    </div>
  )
}
