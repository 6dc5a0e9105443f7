import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PageHeader } from '@/components/ui/page-header'
import { Register } from '@/components/ui/register'
import type { ClassificationList } from '@/db/schema'

type Props<Row> = {
  section: 'forums' | 'steeringGroups' | ClassificationList | 'periods'
  path: string
  columns: string[]
  rows: Row[]
  nameOf: (row: Row) => string
  cellsOf: (row: Row) => ReactNode[]
  /** The id of the row to be changed, from the address. */
  wanted?: string
  form: (chosen?: Row) => ReactNode
}

/** A page that lists named things and changes one of them, or adds one. An unknown id is a 404. */
export async function RegisterPage<Row extends { id: string }>({
  section,
  path,
  columns,
  rows,
  nameOf,
  cellsOf,
  wanted,
  form,
}: Props<Row>) {
  const [t, admin] = await Promise.all([getTranslations('registers'), getTranslations('admin')])
  const chosen = rows.find(({ id }) => id === wanted)
  if (wanted && !chosen) notFound()
  const title = admin(`sections.${section}`)
  return (
    <>
      <PageHeader title={title} crumbs={[{ label: admin('title'), href: '/admin' }, { label: title }]}>
        <p className="mt-2 max-w-[65ch] text-muted">{t(`intro.${section}`)}</p>
      </PageHeader>
      <Register
        label={title}
        columns={columns}
        empty={t('none')}
        changeLabel={t('change')}
        rows={rows.map((row) => ({
          id: row.id,
          name: nameOf(row),
          cells: cellsOf(row),
          change: { href: `${path}?change=${row.id}#form`, label: t('row', { name: nameOf(row) }) },
        }))}
        form={{
          title: chosen ? t('row', { name: nameOf(chosen) }) : t('new'),
          cancel: chosen && { href: path, label: t('cancel') },
          content: form(chosen),
        }}
      />
    </>
  )
}
