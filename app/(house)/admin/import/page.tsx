import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/session'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { FileField } from '@/components/ui/file-field'
import { PageHeader } from '@/components/ui/page-header'
import { ImportTabs } from '@/features/imports/components/import-tabs'
import { COLUMNS, FILE_NAMES } from '@/features/municipality/input'
import { importFilesAction } from '@/features/municipality/server-actions'
import { can } from '@/policy'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('title') }
}

export default async function ImportPage() {
  const viewer = await requireViewer()
  if (!can.administer(viewer)) notFound()
  const [t, admin] = await Promise.all([getTranslations('imports'), getTranslations('admin')])
  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[{ label: admin('title'), href: '/admin' }, { label: t('title') }]}
      >
        <p className="mt-2 max-w-[65ch] text-muted">{t('intro')}</p>
      </PageHeader>
      <ImportTabs current="structure" />
      <Card className="max-w-[720px]">
        <ActionForm id="import" action={importFilesAction} submit={t('show')}>
          {FILE_NAMES.map((name) => (
            <FileField
              key={name}
              name={name}
              label={t(`files.${name}`)}
              hint={t('columns', { names: COLUMNS[name].join(', ') })}
              accept=".csv,.xlsx,text/csv"
            />
          ))}
        </ActionForm>
      </Card>
    </>
  )
}
