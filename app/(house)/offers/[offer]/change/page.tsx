import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { OfferForm } from '@/features/offers/components/offer-form'
import { readOffer } from '@/features/offers/queries'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { can } from '@/policy'

type Props = { params: Promise<{ offer: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('offers'))('change') }
}

export default async function ChangeOfferPage({ params }: Props) {
  const viewer = await requireViewer()
  const { offer: id } = await params
  const offer = orNotFound(() => readOffer(id))
  if (!can.keepOffer(viewer, offer)) notFound()
  const [t, locale] = [await getTranslations('offers'), localeFrom(await getLocale())]
  return (
    <div className="mx-auto max-w-[720px]">
      <PageHeader
        title={t('change')}
        crumbs={[
          { label: t('title'), href: '/offers' },
          { label: offer.title, href: `/offers/${id}` },
          { label: t('change') },
        ]}
      />
      <OfferForm offer={offer} viewer={viewer} today={today(new Date())} locale={locale} />
    </div>
  )
}
