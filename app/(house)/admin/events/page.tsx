import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/session'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { EventFilterForm } from '@/features/activity/components/event-filter-form'
import { EventsTable } from '@/features/activity/components/events-table'
import { eventsInput } from '@/features/activity/input'
import { EVENTS_ON_A_PAGE, listActors, listEvents } from '@/features/activity/queries'
import { listForumsAndGroups } from '@/features/forums/queries/forums'
import { today } from '@/lib/dates'
import { can } from '@/policy'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('events'))('title') }
}

export default async function EventsPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  if (!can.readEvents(viewer)) notFound()
  const filter = eventsInput.parse(await searchParams)
  const found = listEvents(viewer, filter)
  const [t, admin] = await Promise.all([getTranslations('events'), getTranslations('admin')])
  const shown = found.slice(0, EVENTS_ON_A_PAGE)
  const address = (path: string, before?: number) =>
    `${path}?${new URLSearchParams(
      Object.entries({ ...filter, before })
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => [name, String(value)]),
    )}`

  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={
          can.administer(viewer) ? [{ label: admin('title'), href: '/admin' }, { label: t('title') }] : []
        }
        aside={
          <a href={address('/admin/events/export')} className="text-link hover:underline" download>
            {t('export')}
          </a>
        }
      >
        <p className="mt-2 max-w-[65ch] text-muted">
          {t(can.administer(viewer) ? 'intro' : 'introAuditor')}
          {filter.subject && <strong className="mt-1 block">{t('one')}</strong>}
        </p>
      </PageHeader>
      <EventFilterForm
        filter={filter}
        actors={listActors(viewer).map(({ id, name }) => ({ value: id, label: name }))}
        forums={listForumsAndGroups(viewer, today(new Date())).map(({ slug, shortName }) => ({
          value: slug,
          label: shortName,
        }))}
      />
      {shown.length === 0 ? <Empty>{t('none')}</Empty> : <EventsTable events={shown} />}
      <p className="mt-6 flex gap-4">
        {filter.before && <ButtonLink href={address('/admin/events')}>{t('newest')}</ButtonLink>}
        {found.length > EVENTS_ON_A_PAGE && (
          <ButtonLink href={address('/admin/events', shown.at(-1)?.seq)}>{t('older')}</ButtonLink>
        )}
      </p>
    </>
  )
}
