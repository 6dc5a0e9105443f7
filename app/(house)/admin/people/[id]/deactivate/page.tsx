import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { ActionForm } from '@/components/ui/action-form'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { HandoverCard } from '@/features/handovers/components/handover-card'
import { LeftBehind } from '@/features/people/components/left-behind'
import { getPerson } from '@/features/people/queries/detail'
import { leavesSomething } from '@/features/people/queries/left-behind'
import { deactivatePersonAction } from '@/features/people/server-actions'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [viewer, { id }, t] = await Promise.all([requireViewer(), params, getTranslations('people')])
  const { name } = orNotFound(() => getPerson(viewer, id, today(new Date())))
  return { title: t('deactivate.title', { name }) }
}

export default async function DeactivatePage({ params }: Props) {
  const [viewer, { id }] = await Promise.all([requireViewer(), params])
  const person = orNotFound(() => getPerson(viewer, id, today(new Date())))
  if (person.deactivatedAt || id === viewer.personId) notFound()
  const { name, version, left } = person
  const [t, admin] = await Promise.all([getTranslations('people'), getTranslations('admin')])
  // What the page lists is asked about by the page; only what came about since is asked about again.
  const hidden = { id, version, ...(leavesSomething(left) && { confirm: 'leavesSomething' }) }
  return (
    <div className="max-w-[720px]">
      <PageHeader
        title={t('deactivate.title', { name })}
        crumbs={[
          { label: admin('title'), href: '/admin' },
          { label: t('title'), href: '/admin/people' },
          { label: name, href: `/admin/people/${id}` },
          { label: t('changes.deactivate') },
        ]}
      >
        <p className="mt-2 max-w-[60ch] text-muted">{t('deactivate.lead')}</p>
      </PageHeader>
      <Card title={t('deactivate.happens')} accent="bad" className="mb-6">
        <LeftBehind person={person} locale={localeFrom(await getLocale())} />
      </Card>
      {person.role === 'coordinator' && <HandoverCard of={{ id, name }} className="mb-6" />}
      <ActionForm
        id="deactivate"
        action={deactivatePersonAction}
        hidden={hidden}
        submit={t('deactivate.submit')}
        submitVariant="danger"
        secondary={
          <ButtonLink href={`/admin/people/${id}`} variant="quiet">
            {t('deactivate.cancel')}
          </ButtonLink>
        }
      />
    </div>
  )
}
