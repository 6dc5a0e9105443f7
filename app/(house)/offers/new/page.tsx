import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { OfferForm } from '@/features/offers/components/offer-form'
import { offerChoices } from '@/features/offers/queries'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('offers'))('new') }
}

export default async function NewOfferPage() {
  const viewer = await requireViewer()
  if (offerChoices(viewer).departments.length === 0) notFound()
  const [t, locale] = [await getTranslations('offers'), localeFrom(await getLocale())]
  return (
    <div className="mx-auto max-w-[720px]">
      <PageHeader title={t('new')} crumbs={[{ label: t('title'), href: '/offers' }, { label: t('new') }]} />
      <OfferForm viewer={viewer} today={today(new Date())} locale={locale} />
    </div>
  )
}
