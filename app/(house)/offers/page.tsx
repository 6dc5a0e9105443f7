import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/session'
import { Button, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Choices } from '@/components/ui/choices'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Table, Td, Th } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { listChoices, nameClassifications } from '@/features/classifications/queries'
import { listForums } from '@/features/forums/queries/forums'
import { InitiativeTabs } from '@/features/initiatives/components/initiative-tabs'
import { listInput } from '@/features/offers/input'
import { listOffers, offerChoices } from '@/features/offers/queries'
import { isUnconfirmed } from '@/features/offers/rules'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { formatDate } from '@/lib/format'
import { can } from '@/policy'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('offers'))('title') }
}

export default async function OffersPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const [t, words, locale] = [
    await getTranslations('offers'),
    await getTranslations('initiatives'),
    localeFrom(await getLocale()),
  ]
  const day = today(new Date())
  const address = listInput.parse(await searchParams)
  const offers = listOffers(address)
  const names = nameClassifications(locale)
  const any = { value: '', label: words('filter.any') }
  const areas = listForums(viewer, day).map(({ slug, shortName }) => ({ value: slug, label: shortName }))
  const mayAdd = offerChoices(viewer).departments.length > 0
  return (
    <>
      <PageHeader title={t('title')} aside={mayAdd && <ButtonLink href="/offers/new">{t('new')}</ButtonLink>}>
        <p className="mt-2 max-w-[65ch] text-muted">{t('intro')}</p>
      </PageHeader>
      <InitiativeTabs viewer={viewer} current="offers" />
      <form
        method="get"
        action="/offers"
        className="no-print mb-6 flex flex-wrap items-end gap-x-4 gap-y-3 text-sm"
      >
        <Choices name="area" label={words('area')} chosen={address.area} choices={[any, ...areas]} />
        <Choices
          name="group"
          label={words('targetGroup')}
          chosen={address.group}
          choices={[any, ...listChoices(locale, day, [address.group ?? null]).target_group]}
        />
        <Button className="text-sm">{words('filter.apply')}</Button>
      </form>
      {offers.length === 0 ? (
        <Empty>{t('none')}</Empty>
      ) : (
        <Card>
          <Table label={t('title')}>
            <thead>
              <tr>
                <Th>{t('one')}</Th>
                <Th>{t('department')}</Th>
                <Th>{words('targetGroup')}</Th>
                <Th>{words('where')}</Th>
                <Th>{t('confirmedOn')}</Th>
              </tr>
            </thead>
            <tbody>
              {offers.map((offer) => (
                <tr key={offer.id}>
                  <Th scope="row" className="min-w-44">
                    <Link href={`/offers/${offer.id}`} prefetch={false} className="text-link underline">
                      {offer.title}
                    </Link>
                  </Th>
                  <Td>{offer.party}</Td>
                  <Td>{offer.targetGroupId && names.get(offer.targetGroupId)}</Td>
                  <Td>{offer.area ?? t('wholeCity')}</Td>
                  <Td className="whitespace-nowrap">
                    {formatDate(offer.confirmedOn, locale, 'numeric')}{' '}
                    {can.keepOffer(viewer, offer) && isUnconfirmed(offer.confirmedOn, day) && (
                      <Tag tone="warn">{t('confirmIt')}</Tag>
                    )}
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Card>
      )}
    </>
  )
}
