import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { PressForm } from '@/components/ui/press-form'
import { Tag } from '@/components/ui/tag'
import { CLASSIFICATION_LISTS } from '@/db/schema'
import { ClassificationForm } from '@/features/classifications/components/classification-form'
import { listClassifications } from '@/features/classifications/queries'
import { addStartingListAction } from '@/features/classifications/server-actions'
import { STARTING_LISTS } from '@/features/classifications/starting-lists'
import { localeFrom } from '@/i18n/locale'
import { formatPeriod } from '@/lib/format'
import { RegisterPage } from '../../register-page'

type Props = { params: Promise<{ list: string }>; searchParams: Promise<{ change?: string }> }

async function chosenList(params: Props['params']) {
  const { list } = await params
  return CLASSIFICATION_LISTS.find((one) => one === list) ?? notFound()
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslations('admin'))(`sections.${await chosenList(params)}`) }
}

export default async function ClassificationsPage({ params, searchParams }: Props) {
  const list = await chosenList(params)
  const viewer = await requireViewer()
  const rows = orNotFound(() => listClassifications(viewer, list))
  const [t, locale] = [await getTranslations('registers'), localeFrom(await getLocale())]
  return (
    <RegisterPage
      section={list}
      path={`/admin/lists/${list}`}
      columns={[t('name'), t('period')]}
      rows={rows}
      nameOf={(row) => (locale === 'da' ? row.nameDa : row.nameEn)}
      cellsOf={(row) => [
        <>
          {formatPeriod(row.validFrom, row.validTo, locale)} {row.starting && <Tag>{t('starting')}</Tag>}
        </>,
      ]}
      wanted={(await searchParams).change}
      form={(chosen) => (
        <>
          <ClassificationForm key={chosen?.id} list={list} chosen={chosen} locale={locale} />
          {rows.length === 0 && (
            <PressForm action={addStartingListAction} hidden={{ list }} className="mt-6">
              {t('startWith', { names: STARTING_LISTS[list].length })}
            </PressForm>
          )}
        </>
      )}
    />
  )
}
