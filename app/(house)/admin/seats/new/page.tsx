import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { NewSeatForm } from '@/features/seats/components/new-seat-form'
import { listSeatChoices } from '@/features/seats/queries'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'

type Props = { searchParams: Promise<{ forum?: string; party?: string; person?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('seats'))('new') }
}

export default async function NewSeatPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const day = today(new Date())
  const choices = orNotFound(() => listSeatChoices(viewer, day))
  const wanted = await searchParams
  const known = {
    forumId: choices.forums.find(({ slug }) => slug === wanted.forum)?.id,
    partyId: choices.parties.find(({ id }) => id === wanted.party)?.id,
    personId: choices.people.find(({ id }) => id === wanted.person)?.id,
  }
  const missing = [
    [wanted.forum, known.forumId],
    [wanted.party, known.partyId],
    [wanted.person, known.personId],
  ].some(([asked, found]) => asked && !found)
  if (missing) notFound()
  const [t, admin] = await Promise.all([getTranslations('seats'), getTranslations('admin')])
  return (
    <div className="max-w-[720px]">
      <PageHeader
        title={t('new')}
        crumbs={[
          { label: admin('title'), href: '/admin' },
          { label: t('title'), href: '/admin/seats' },
          { label: t('new') },
        ]}
      />
      <NewSeatForm choices={choices} known={known} today={day} locale={localeFrom(await getLocale())} />
    </div>
  )
}
