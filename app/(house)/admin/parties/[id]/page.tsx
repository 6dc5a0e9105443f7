import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { ActionForm } from '@/components/ui/action-form'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { HandoverCard } from '@/features/handovers/components/handover-card'
import { PartyFields } from '@/features/parties/components/party-fields'
import { getParty } from '@/features/parties/queries'
import { changePartyAction } from '@/features/parties/server-actions'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { formatDate } from '@/lib/format'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [viewer, { id }] = await Promise.all([requireViewer(), params])
  return { title: orNotFound(() => getParty(viewer, id, today(new Date()))).shortName }
}

export default async function PartyPage({ params }: Props) {
  const [viewer, { id }] = await Promise.all([requireViewer(), params])
  const day = today(new Date())
  const party = orNotFound(() => getParty(viewer, id, day))
  const { shortName, version, validTo, open } = party
  const [t, admin] = await Promise.all([getTranslations('parties'), getTranslations('admin')])
  const locale = localeFrom(await getLocale())
  return (
    <>
      <PageHeader
        title={shortName}
        crumbs={[
          { label: admin('title'), href: '/admin' },
          { label: t('title'), href: '/admin/parties' },
          { label: shortName },
        ]}
        aside={t(`oneKind.${party.kind}`)}
      />
      {validTo !== null && validTo < day && (
        <Banner tone="warn">
          {t('endedBanner', { party: shortName, date: formatDate(validTo, locale, 'long') })}
        </Banner>
      )}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <Card title={t('details')}>
          <ActionForm id="party" action={changePartyAction} hidden={{ id, version }} submit={t('save')}>
            <PartyFields known={party} locale={locale} />
          </ActionForm>
        </Card>
        <div className="space-y-6">
          {party.kind === 'department' && <HandoverCard of={{ partyId: id, name: shortName }} />}
          <Card title={t('who.title')}>
            <ul className="space-y-2">
              <li>
                {t('who.people', { count: party.people })}{' '}
                <Link href={`/admin/people?party=${id}`} className="text-link underline">
                  {t('who.showPeople')}
                </Link>
              </li>
              <li>
                {t('who.seats', { count: party.seats })}{' '}
                <Link href="/admin/seats" className="text-link underline">
                  {t('who.showSeats')}
                </Link>
              </li>
            </ul>
            {open && (
              <ButtonLink href={`/admin/people/new?party=${id}`} size="small" className="mt-4">
                {t('who.addPerson')}
              </ButtonLink>
            )}
          </Card>
        </div>
      </div>
    </>
  )
}
