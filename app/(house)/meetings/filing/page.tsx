import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Table, Td, Th } from '@/components/ui/table'
import { listUnfiled } from '@/features/filings/queries'
import { formatDate } from '@/lib/format'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('filings'))('title') }
}

/** What the case system still lacks. */
export default async function FilingPage() {
  const viewer = await requireViewer()
  const unfiled = orNotFound(() => listUnfiled(viewer))
  const [t, tm, shell, locale] = await Promise.all([
    getTranslations('filings'),
    getTranslations('meetings'),
    getTranslations('shell'),
    getLocale(),
  ])
  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[{ label: tm('title'), href: '/meetings' }, { label: t('title') }]}
        crumbsLabel={shell('crumbs')}
      >
        <p className="mt-2 max-w-[60ch] text-muted">{t('lead')}</p>
      </PageHeader>
      {unfiled.length === 0 ? (
        <Empty>{t('none')}</Empty>
      ) : (
        <Table label={t('title')}>
          <thead>
            <tr>
              <Th>{t('document')}</Th>
              <Th>{t('meeting')}</Th>
              <Th>{t('sagsnr')}</Th>
            </tr>
          </thead>
          <tbody>
            {unfiled.map(({ id, document, version, forum, heldOn, sagsnr }) => (
              <tr key={`${id} ${document}`}>
                <Th scope="row">
                  <Link
                    href={document === 'minutes' ? `/meetings/${id}/minutes` : `/meetings/${id}`}
                    prefetch={false}
                    className="inline-flex min-h-6 items-center text-link hover:underline"
                  >
                    {t(`documents.${document}`)}
                    {version > 1 && ` ${t('version', { version })}`}
                  </Link>
                </Th>
                <Td>
                  {forum}, {formatDate(heldOn, locale, 'long')}
                </Td>
                <Td>{sagsnr ?? '–'}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  )
}
