import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { MethodForm } from '@/features/methods/components/method-form'
import { getMethod } from '@/features/methods/queries'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { can } from '@/policy'

type Props = { params: Promise<{ method: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('methods'))('change') }
}

export default async function ChangeMethodPage({ params }: Props) {
  const viewer = await requireViewer()
  const { method: id } = await params
  if (!can.developForums(viewer)) notFound()
  const method = orNotFound(() => getMethod(viewer, id))
  const [t, locale] = [await getTranslations('methods'), localeFrom(await getLocale())]
  return (
    <div className="mx-auto max-w-[720px]">
      <PageHeader
        title={t('change')}
        crumbs={[
          { label: t('title'), href: '/methods' },
          { label: method.title, href: `/methods/${id}` },
          { label: t('change') },
        ]}
      />
      <MethodForm method={method} today={today(new Date())} locale={locale} />
    </div>
  )
}
