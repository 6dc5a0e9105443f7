import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { ForumMark } from '@/components/ui/forum-mark'
import { PageHeader } from '@/components/ui/page-header'
import { SeatForms } from '@/features/seats/components/seat-forms'
import { getSeat } from '@/features/seats/queries'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { formatDate, formatPeriod } from '@/lib/format'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [viewer, { id }, t] = await Promise.all([requireViewer(), params, getTranslations('seats.seat')])
  const { person, forum } = orNotFound(() => getSeat(viewer, id))
  return { title: t('title', { person: person.name, forum: forum.shortName }) }
}

export default async function SeatPage({ params }: Props) {
  const [viewer, { id }] = await Promise.all([requireViewer(), params])
  const seat = orNotFound(() => getSeat(viewer, id))
  const { person, forum, party, kind, validFrom, validTo, meetings } = seat
  const [t, admin] = await Promise.all([getTranslations('seats'), getTranslations('admin')])
  const locale = localeFrom(await getLocale())
  const title = t('seat.title', { person: person.name, forum: forum.shortName })
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: admin('title'), href: '/admin' },
          { label: t('title'), href: '/admin/seats' },
          { label: forum.shortName, href: `/admin/seats?forum=${forum.slug}` },
          { label: person.name },
        ]}
      />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <Card title={t('seat.facts')}>
          <DescriptionList
            items={[
              {
                term: t('seat.person'),
                description: (
                  <Link href={`/admin/people/${person.id}`} className="text-link hover:underline">
                    {person.name}
                  </Link>
                ),
              },
              {
                term: t('seat.party'),
                description: (
                  <Link href={`/admin/parties/${seat.partyId}`} className="text-link hover:underline">
                    {party}
                  </Link>
                ),
              },
              {
                term: t('seat.forum'),
                description: (
                  <>
                    <ForumMark mark={forum.mark} className="mr-2" />
                    <Link href={`/forums/${forum.slug}`} className="text-link hover:underline">
                      {forum.shortName}
                    </Link>
                  </>
                ),
              },
              {
                term: t('seat.kind'),
                description: <span className="inline-block first-letter:uppercase">{t(kind)}</span>,
              },
              {
                term: t('seat.period'),
                description:
                  validTo === null
                    ? t('seat.openEnd', { from: formatDate(validFrom, locale, 'numeric') })
                    : formatPeriod(validFrom, validTo, locale),
              },
              { term: t('seat.meetings'), description: t('seat.meetingCount', { count: meetings }) },
            ]}
          />
        </Card>
        <SeatForms seat={seat} today={today(new Date())} locale={locale} />
      </div>
    </>
  )
}
