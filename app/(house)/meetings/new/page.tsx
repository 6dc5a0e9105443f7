import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/session'
import { ActionForm } from '@/components/ui/action-form'
import { PageHeader } from '@/components/ui/page-header'
import { SelectField } from '@/components/ui/select-field'
import { listForumsAndGroups } from '@/features/forums/queries/forums'
import { MeetingFields } from '@/features/meetings/components/meeting-fields'
import { listMeetings } from '@/features/meetings/queries'
import { planMeetingAction } from '@/features/meetings/server-actions'
import { today } from '@/lib/dates'
import { can } from '@/policy'

type Props = { searchParams: Promise<{ forum?: string }> }

const USUAL = { startsAt: '14:00', durationMinutes: 90 }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings'))('new') }
}

export default async function NewMeetingPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  if (!can.conveneMeetings(viewer)) notFound()
  const [{ forum: slug }, t, shell, locale] = await Promise.all([
    searchParams,
    getTranslations('meetings'),
    getTranslations('shell'),
    getLocale(),
  ])
  const day = today(new Date())
  const forums = listForumsAndGroups(viewer, day)
  const forum = forums.find((one) => one.slug === slug)
  if (slug !== undefined && !forum) notFound()
  const [last] = forum ? listMeetings(viewer, { forum: slug, when: 'past', limit: 1 }, day) : []
  const { startsAt, durationMinutes, place } = { ...USUAL, place: '', ...last }

  return (
    <div className="max-w-[720px]">
      <PageHeader
        title={forum ? t('newIn', { forum: forum.shortName }) : t('new')}
        crumbs={[
          { label: t('title'), href: '/meetings' },
          ...(forum ? [{ label: forum.name, href: `/forums/${forum.slug}` }] : []),
          { label: t('new') },
        ]}
        crumbsLabel={shell('crumbs')}
      >
        <p className="mt-2 max-w-[60ch] text-muted">{t('newLead')}</p>
        <Link
          href={`/meetings/series/new${forum ? `?forum=${forum.slug}` : ''}`}
          prefetch={false}
          className="mt-1 inline-flex min-h-6 items-center text-link hover:underline"
        >
          {t('newSeries')}
        </Link>
      </PageHeader>
      <ActionForm
        id="meeting"
        action={planMeetingAction}
        hidden={forum ? { forumId: forum.id } : {}}
        submit={t('create')}
      >
        {!forum && (
          <SelectField
            name="forumId"
            label={t('forum')}
            options={forums.map(({ id, shortName }) => ({ value: id, label: shortName }))}
          />
        )}
        <MeetingFields known={{ startsAt, durationMinutes, place }} locale={locale} />
      </ActionForm>
    </div>
  )
}
