import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { ChainLine } from '@/features/enquiries/chain/components/chain-line'
import { listChains } from '@/features/enquiries/chain/queries'
import { Conversation, InternalTalk } from '@/features/enquiries/components/conversation'
import { Deeds } from '@/features/enquiries/components/deeds'
import { Facts } from '@/features/enquiries/components/facts'
import { FeedbackCard } from '@/features/enquiries/components/feedback'
import { Parts } from '@/features/enquiries/components/parts'
import { statusOf } from '@/features/enquiries/components/status'
import { getEnquiry } from '@/features/enquiries/queries/detail'
import { SuggestedParties } from '@/features/enquiries/routing/components/suggested-parties'
import { isOpenEnquiry } from '@/features/enquiries/rules'
import { SimilarList } from '@/features/enquiries/similar/components/similar-list'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { formatDate } from '@/lib/format'
import { can } from '@/policy'

type Props = {
  params: Promise<{ enquiry: string }>
  searchParams: Promise<{ do?: string | string[]; asked?: string | string[] }>
}

const load = cache(async (id: string) => {
  const viewer = await requireViewer()
  return { viewer, enquiry: orNotFound(() => getEnquiry(viewer, id, today(new Date()))) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { enquiry } = await load((await params).enquiry)
  return { title: (await getTranslations('enquiries'))('one', { number: String(enquiry.number) }) }
}

export default async function EnquiryPage({ params, searchParams }: Props) {
  const { viewer, enquiry } = await load((await params).enquiry)
  const [t, locale] = [await getTranslations('enquiries'), localeFrom(await getLocale())]
  const day = today(new Date())
  const { do: wanted, asked } = await searchParams
  const number = String(enquiry.number)
  const inside = can.seeDrafts(viewer)
  return (
    <>
      <PageHeader
        title={t('one', { number })}
        crumbs={[{ label: t('title'), href: '/enquiries' }, { label: t('one', { number }) }]}
      >
        <p className="mt-2 text-lg" data-status>
          {await statusOf(enquiry, viewer, day, locale)}
        </p>
      </PageHeader>
      {asked === '1' && (
        <Banner tone="ok" role="status" title={t('receipt.title', { number })}>
          {t('receipt.text', { owner: enquiry.owner, day: formatDate(enquiry.expectedOn, locale, 'day') })}
        </Banner>
      )}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[1.6fr_1fr]">
        <div className="min-w-0 space-y-6">
          <Card title={t('asked')} accent="brand">
            <p className="whitespace-pre-line wrap-anywhere">{enquiry.text}</p>
          </Card>
          <ChainLine chains={listChains(viewer, { enquiryId: enquiry.id })} locale={locale} />
          <Conversation enquiry={enquiry} locale={locale} />
          <Deeds
            enquiry={enquiry}
            viewer={viewer}
            wanted={String(wanted ?? '')}
            today={day}
            locale={locale}
          />
          <FeedbackCard enquiry={enquiry} viewer={viewer} locale={locale} />
          {inside && <Parts enquiry={enquiry} viewer={viewer} locale={locale} />}
          {inside && <InternalTalk enquiry={enquiry} locale={locale} />}
        </div>
        <div className="min-w-0 space-y-6">
          <Facts enquiry={enquiry} viewer={viewer} locale={locale} />
          {isOpenEnquiry(enquiry.state) && !wanted && (
            <>
              <SuggestedParties enquiry={enquiry} viewer={viewer} locale={locale} />
              {can.triageEnquiries(viewer) && (
                <SimilarList enquiry={enquiry} viewer={viewer} locale={locale} />
              )}
            </>
          )}
        </div>
      </div>
    </>
  )
}
