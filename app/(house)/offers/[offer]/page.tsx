import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { ButtonLink } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHeader } from '@/components/ui/page-header'
import { PressForm } from '@/components/ui/press-form'
import { Tag } from '@/components/ui/tag'
import { nameClassifications } from '@/features/classifications/queries'
import { readOffer } from '@/features/offers/queries'
import { isUnconfirmed } from '@/features/offers/rules'
import { confirmOfferAction } from '@/features/offers/server-actions'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { formatDate, formatPeriod } from '@/lib/format'
import { can } from '@/policy'

type Props = { params: Promise<{ offer: string }> }

const load = cache(async (id: string) => {
  const viewer = await requireViewer()
  return { viewer, offer: orNotFound(() => readOffer(id)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).offer)).offer.title }
}

export default async function OfferPage({ params }: Props) {
  const { viewer, offer } = await load((await params).offer)
  const [t, words, locale] = [
    await getTranslations('offers'),
    await getTranslations('initiatives'),
    localeFrom(await getLocale()),
  ]
  const names = nameClassifications(locale)
  const named = (id: string | null) => (id && names.get(id)) || words('notChosen')
  const keeps = can.keepOffer(viewer, offer)
  const facts = [
    { term: t('department'), description: offer.partyName },
    { term: words('targetGroup'), description: named(offer.targetGroupId) },
    { term: words('kind'), description: named(offer.activityKindId) },
    { term: words('theme'), description: named(offer.themeId) },
    {
      term: words('where'),
      description: [offer.place, offer.estate, offer.area ?? t('wholeCity')].filter(Boolean).join(', '),
    },
    offer.opening !== '' && { term: t('opening'), description: offer.opening },
    offer.contact !== '' && { term: t('contact'), description: offer.contact },
    (offer.startsOn !== null || offer.endsOn !== null) && {
      term: words('period'),
      description: formatPeriod(offer.startsOn, offer.endsOn, locale),
    },
    {
      term: t('confirmedOn'),
      description: (
        <>
          {formatDate(offer.confirmedOn, locale, 'long')}{' '}
          {isUnconfirmed(offer.confirmedOn, today(new Date())) && <Tag tone="warn">{t('old')}</Tag>}
        </>
      ),
    },
  ]
  return (
    <div className="mx-auto max-w-[880px]">
      <PageHeader
        title={offer.title}
        crumbs={[{ label: t('title'), href: '/offers' }, { label: offer.title }]}
      />
      {offer.description && <p className="mb-4 max-w-[70ch] whitespace-pre-line">{offer.description}</p>}
      <DescriptionList items={facts.filter((fact) => !!fact)} />
      {keeps && (
        <div className="no-print mt-6 flex flex-wrap items-center gap-3">
          <PressForm
            action={confirmOfferAction}
            hidden={{ id: offer.id, version: String(offer.version) }}
            size="small"
          >
            {t('confirm')}
          </PressForm>
          <ButtonLink href={`/offers/${offer.id}/change`} size="small">
            {t('change')}
          </ButtonLink>
        </div>
      )}
    </div>
  )
}
