import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { listOpenParties } from '@/features/parties/queries'
import { MoveForm } from '@/features/people/components/move-form'
import { partyOptions } from '@/features/people/components/party-options'
import { getPerson } from '@/features/people/queries/detail'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [viewer, { id }, t] = await Promise.all([requireViewer(), params, getTranslations('people')])
  const { name } = orNotFound(() => getPerson(viewer, id, today(new Date())))
  return { title: t('move.title', { name }) }
}

export default async function MovePage({ params }: Props) {
  const [viewer, { id }] = await Promise.all([requireViewer(), params])
  const day = today(new Date())
  const person = orNotFound(() => getPerson(viewer, id, day))
  if (person.deactivatedAt || id === viewer.personId) notFound()
  const { name, party, partyId } = person
  const parties = listOpenParties(viewer, day).filter((one) => one.id !== partyId)
  const [t, admin] = await Promise.all([getTranslations('people'), getTranslations('admin')])
  return (
    <div className="max-w-[720px]">
      <PageHeader
        title={t('move.title', { name })}
        crumbs={[
          { label: admin('title'), href: '/admin' },
          { label: t('title'), href: '/admin/people' },
          { label: name, href: `/admin/people/${id}` },
          { label: t('changes.move') },
        ]}
      >
        <p className="mt-2 max-w-[60ch] text-muted">{t('move.lead', { name, party: party.shortName })}</p>
      </PageHeader>
      <MoveForm
        person={person}
        parties={await partyOptions(parties)}
        today={day}
        locale={localeFrom(await getLocale())}
      />
    </div>
  )
}
