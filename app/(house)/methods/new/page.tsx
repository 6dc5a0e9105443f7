import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { MethodForm } from '@/features/methods/components/method-form'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { can } from '@/policy'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('methods'))('new') }
}

export default async function NewMethodPage() {
  const viewer = await requireViewer()
  if (!can.developForums(viewer)) notFound()
  const [t, locale] = [await getTranslations('methods'), localeFrom(await getLocale())]
  return (
    <div className="mx-auto max-w-[720px]">
      <PageHeader title={t('new')} crumbs={[{ label: t('title'), href: '/methods' }, { label: t('new') }]} />
      <MethodForm today={today(new Date())} locale={locale} />
    </div>
  )
}
