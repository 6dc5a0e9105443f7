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
import { PressForm } from '@/components/ui/press-form'
import { HandoverCard } from '@/features/handovers/components/handover-card'
import { AccessCard } from '@/features/people/components/access-card'
import { PersonFields } from '@/features/people/components/person-fields'
import { PersonItems } from '@/features/people/components/person-items'
import { PersonSeats } from '@/features/people/components/person-seats'
import { PersonState } from '@/features/people/components/person-state'
import { getInvitation, getPerson } from '@/features/people/queries/detail'
import { changePersonAction, reactivatePersonAction } from '@/features/people/server-actions'
import { listSeatsOf } from '@/features/seats/queries'
import { localeFrom } from '@/i18n/locale'
import { plainDateOf, today } from '@/lib/dates'
import { formatDate } from '@/lib/format'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [viewer, { id }] = await Promise.all([requireViewer(), params])
  return { title: orNotFound(() => getPerson(viewer, id, today(new Date()))).name }
}

export default async function PersonPage({ params }: Props) {
  const [viewer, { id }] = await Promise.all([requireViewer(), params])
  const now = new Date()
  const day = today(now)
  const person = orNotFound(() => getPerson(viewer, id, day))
  const { name, party, version, deactivatedAt } = person
  const [t, admin] = await Promise.all([getTranslations('people'), getTranslations('admin')])
  const locale = localeFrom(await getLocale())
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[
          { label: admin('title'), href: '/admin' },
          { label: t('title'), href: '/admin/people' },
          { label: name },
        ]}
        aside={<PersonState state={person.state} />}
      />
      {deactivatedAt && (
        <Banner
          tone="warn"
          title={t('reactivate.banner', {
            name,
            date: formatDate(plainDateOf(deactivatedAt), locale, 'long'),
          })}
        >
          <p className="mb-3">{t('reactivate.hint')}</p>
          <PressForm action={reactivatePersonAction} hidden={{ id, version: String(version) }} size="small">
            {t('reactivate.submit')}
          </PressForm>
        </Banner>
      )}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <Card title={t('details.title')}>
          <p className="mb-4">
            {t('details.party')}{' '}
            <Link href={`/admin/parties/${person.partyId}`} className="text-link underline">
              {party.name === party.shortName ? party.name : `${party.name} (${party.shortName})`}
            </Link>
          </p>
          {!deactivatedAt && (
            <ActionForm
              id="person"
              action={changePersonAction}
              hidden={{ id, version }}
              submit={t('details.save')}
            >
              <PersonFields known={person} />
            </ActionForm>
          )}
        </Card>
        <div className="space-y-6">
          {person.role === 'coordinator' && <HandoverCard of={{ id, name }} />}
          <PersonItems person={person} locale={locale} />
          {!deactivatedAt && (
            <AccessCard person={person} invitation={getInvitation(viewer, id, now)} locale={locale} />
          )}
          <PersonSeats
            personId={id}
            active={!deactivatedAt}
            seats={listSeatsOf(viewer, id)}
            today={day}
            locale={locale}
          />
          {!deactivatedAt && (
            <Card title={t('changes.title')}>
              {id === viewer.personId ? (
                <p className="text-muted">{t('changes.self')}</p>
              ) : (
                <div className="flex flex-wrap gap-3">
                  <ButtonLink href={`/admin/people/${id}/move`}>{t('changes.move')}</ButtonLink>
                  <ButtonLink href={`/admin/people/${id}/deactivate`} variant="danger">
                    {t('changes.deactivate')}
                  </ButtonLink>
                </div>
              )}
            </Card>
          )}
        </div>
      </div>
    </>
  )
}
