import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { ActionForm } from '@/components/ui/action-form'
import { PageHeader } from '@/components/ui/page-header'
import { listOpenParties } from '@/features/parties/queries'
import { partyOptions } from '@/features/people/components/party-options'
import { PersonFields } from '@/features/people/components/person-fields'
import { createPersonAction } from '@/features/people/server-actions'
import { today } from '@/lib/dates'

type Props = { searchParams: Promise<{ party?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('new') }
}

export default async function NewPersonPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const parties = orNotFound(() => listOpenParties(viewer, today(new Date())))
  const { party: partyId } = await searchParams
  if (partyId && !parties.some(({ id }) => id === partyId)) notFound()
  const [t, admin] = await Promise.all([getTranslations('people'), getTranslations('admin')])
  return (
    <div className="max-w-[720px]">
      <PageHeader
        title={t('new')}
        crumbs={[
          { label: admin('title'), href: '/admin' },
          { label: t('title'), href: '/admin/people' },
          { label: t('new') },
        ]}
      >
        <p className="mt-2 max-w-[60ch] text-muted">{t('newLead')}</p>
      </PageHeader>
      <ActionForm id="person" action={createPersonAction} submit={t('create')}>
        <PersonFields parties={await partyOptions(parties)} partyId={partyId} />
      </ActionForm>
    </div>
  )
}
