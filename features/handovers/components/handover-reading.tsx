import { getTranslations } from 'next-intl/server'
import { buttonLooks } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import type { Locale } from '@/lib/format'
import { handoverTables } from '../exports/tables'
import type { Handover } from '../queries/handover'
import { PartTable } from './part-table'

type Props = { handover: Handover; path: string; locale: Locale }

/** All of a hand-over on one page, to read, to print, or to take along as files. */
export async function HandoverReading({ handover, path, locale }: Props) {
  const t = await getTranslations('handovers')
  const tables = handoverTables(handover, locale)
  const isDepartment = 'partyId' in handover.of
  return (
    <>
      <PageHeader
        title={t('heading', { name: handover.name })}
        crumbs={[{ label: t('title'), href: '/handover' }, { label: handover.shortName }]}
      >
        <p className="mt-2 max-w-[70ch] text-muted">
          {isDepartment ? t('leadDepartment') : t('leadCoordinator', { name: handover.name })}
        </p>
        <div className="no-print mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <a href={`${path}/handover.zip`} className={buttonLooks({ variant: 'primary' })}>
            {t('download')}
          </a>
          <p className="max-w-[45ch] text-sm text-muted">{t('downloadHint')}</p>
        </div>
      </PageHeader>
      <nav aria-label={t('contents')} className="no-print mb-6">
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {tables.map(({ part, name, rows }) => (
            <li key={part}>
              <a href={`#${part}`} className="inline-flex min-h-6 items-center text-link hover:underline">
                {name} ({rows.length})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="space-y-6">
        {tables.map((table) => (
          <div key={table.part} id={table.part} className="scroll-mt-6">
            <Card title={`${table.name} (${table.rows.length})`}>
              {table.rows.length === 0 ? (
                <p className="text-muted">{t('none')}</p>
              ) : (
                <PartTable table={table} locale={locale} />
              )}
            </Card>
          </div>
        ))}
      </div>
    </>
  )
}
