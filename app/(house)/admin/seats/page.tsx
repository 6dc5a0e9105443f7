import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { ForumSeats } from '@/features/seats/components/forum-seats'
import { RequiredForms } from '@/features/seats/components/required-form'
import { SeatFilterForm } from '@/features/seats/components/seat-filter-form'
import { SeatMap } from '@/features/seats/components/seat-map'
import { seatMapAddress } from '@/features/seats/input'
import { getSeatMap, listOtherSeats, listRequiredSeats } from '@/features/seats/queries'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('seats'))('title') }
}

export default async function SeatsPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const address = seatMapAddress.parse(await searchParams)
  const todays = today(new Date())
  const day = address.on ?? todays
  const map = orNotFound(() => getSeatMap(viewer, day, address.forum))
  const forum = map.forums.find(({ slug }) => slug === address.forum)
  if (address.forum && !forum) notFound()
  const [t, admin] = await Promise.all([getTranslations('seats'), getTranslations('admin')])
  const locale = localeFrom(await getLocale())
  const vacant = map.parties
    .flatMap(({ places }) => places)
    .filter(({ forumId }) => !forum || forumId === forum.id)
    .reduce((sum, place) => sum + place.vacant, 0)
  return (
    <>
      <PageHeader
        title={forum ? `${t('title')}, ${forum.shortName}` : t('title')}
        crumbs={[
          { label: admin('title'), href: '/admin' },
          ...(forum
            ? [{ label: t('title'), href: '/admin/seats' }, { label: forum.shortName }]
            : [{ label: t('title') }]),
        ]}
        aside={
          <ButtonLink
            href={forum ? `/admin/seats/new?forum=${forum.slug}` : '/admin/seats/new'}
            variant="primary"
          >
            {t('new')}
          </ButtonLink>
        }
      >
        <p className="mt-2 max-w-[65ch] text-muted">{t('intro')}</p>
      </PageHeader>
      <SeatFilterForm
        forum={forum?.slug}
        forums={map.choices.map(({ slug, shortName }) => ({ value: slug, label: shortName }))}
        day={day}
        today={todays}
        locale={locale}
      />
      {forum ? (
        <div className="max-w-[880px]">
          <ForumSeats
            map={map}
            forum={forum}
            others={listOtherSeats(viewer, forum.id, day)}
            day={day}
            locale={locale}
          />
          <Disclosure summary={t('required.title')} className="mt-6">
            <RequiredForms forumId={forum.id} required={listRequiredSeats(viewer, forum.id, todays)} />
          </Disclosure>
        </div>
      ) : (
        <>
          <p className="mb-2 text-sm text-muted">{t('vacancies', { count: vacant })}</p>
          {map.parties.length === 0 ? <Empty>{t('none')}</Empty> : <SeatMap map={map} />}
        </>
      )}
    </>
  )
}
