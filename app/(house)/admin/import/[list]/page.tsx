import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/session'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { FileField } from '@/components/ui/file-field'
import { PageHeader } from '@/components/ui/page-header'
import { ColumnTable } from '@/features/imports/components/column-table'
import { ImportTabs } from '@/features/imports/components/import-tabs'
import { isListName, LARGEST_LIST } from '@/features/imports/input'
import { importListAction } from '@/features/imports/server-actions'
import { can } from '@/policy'

type Props = { params: Promise<{ list: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ list }, t] = await Promise.all([params, getTranslations('imports')])
  return { title: isListName(list) ? t(`lists.${list}.title`) : t('title') }
}

export default async function ImportListPage({ params }: Props) {
  const [viewer, { list }] = await Promise.all([requireViewer(), params])
  if (!can.administer(viewer) || !isListName(list)) notFound()
  const [t, admin, errors] = [
    await getTranslations('imports'),
    await getTranslations('admin'),
    await getTranslations('errors'),
  ]
  const title = t(`lists.${list}.title`)
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: admin('title'), href: '/admin' },
          { label: t('title'), href: '/admin/import' },
          { label: title },
        ]}
      >
        <p className="mt-2 max-w-[65ch] text-muted">{t(`lists.${list}.intro`)}</p>
      </PageHeader>
      <ImportTabs current={list} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <Card>
          <ActionForm id="import" action={importListAction} hidden={{ list }} submit={t('show')}>
            <FileField
              name="file"
              label={t('file')}
              hint={t('fileHint')}
              accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              most={{ bytes: LARGEST_LIST, refusal: errors('listTooLarge') }}
            />
          </ActionForm>
        </Card>
        <Card title={t('columnsTitle')}>
          <ColumnTable list={list} />
          <p className="mt-4">
            <a href={`/admin/import/${list}/example.csv`} className="text-link underline">
              {t('download')}
            </a>
          </p>
          <p className="mt-1 text-sm text-muted">{t('downloadHint')}</p>
          <h3 className="mt-5 mb-1 font-semibold">{t('howRead')}</h3>
          <p className="max-w-[65ch] text-sm text-muted">{t('howReadText')}</p>
        </Card>
      </div>
    </>
  )
}
