import type { Metadata } from 'next'
import Link from 'next/link'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { ForumMark } from '@/components/ui/forum-mark'
import { Workspace } from '@/features/meetings/minutes/components/workspace'
import { WorkspaceClosed } from '@/features/meetings/minutes/components/workspace-closed'
import { getWorkspace, getWorkspaceSetting } from '@/features/meetings/minutes/queries/workspace'
import { getMeeting, type MeetingDetail } from '@/features/meetings/queries'
import { canBeLogged } from '@/features/meetings/rules'
import { isDemo } from '@/features/municipality/queries'
import { today } from '@/lib/dates'
import { formatDate, formatTimeRange } from '@/lib/format'

type Props = { params: Promise<{ meeting: string }>; searchParams: Promise<{ item?: string }> }

const find = cache(async (id: string) => {
  const viewer = await requireViewer()
  return orNotFound(() => ({
    viewer,
    log: getWorkspace(viewer, { meetingId: id }),
    meeting: getMeeting(viewer, id),
  }))
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { meeting } = await find((await params).meeting)
  const t = await getTranslations('workspace')
  return { title: t('title', { forum: meeting.forum.name }) }
}

export default async function WorkspacePage({ params, searchParams }: Props) {
  const { viewer, meeting, log } = await find((await params).meeting)
  const heading = <Heading meeting={meeting} />
  if (!log.started || !canBeLogged(meeting.state))
    return <WorkspaceClosed meeting={meeting} heading={heading} />

  const { form, workspace } = await getMessages()
  const { id, heldOn, startsAt, durationMinutes } = meeting
  const day = today(new Date())
  const setting = getWorkspaceSetting(
    viewer,
    meeting,
    log.items.map(({ topicId }) => topicId),
    day,
  )
  return (
    <NextIntlClientProvider messages={{ form, workspace }}>
      <Workspace
        personId={viewer.personId}
        // What was said at a past meeting is reckoned from its own day.
        meeting={{ id, heldOn, startsAt, durationMinutes, today: [heldOn, day].sort()[0] ?? day }}
        first={log}
        setting={setting}
        firstItem={(await searchParams).item}
        heading={heading}
      />
      <noscript>
        <NoScript />
      </noscript>
    </NextIntlClientProvider>
  )
}

async function NoScript() {
  const t = await getTranslations('workspace')
  return <p className="bg-warn-tint px-4 py-2">{t('noScript')}</p>
}

async function Heading({ meeting }: { meeting: MeetingDetail }) {
  const [t, shell, locale] = await Promise.all([
    getTranslations('workspace'),
    getTranslations('shell'),
    getLocale(),
  ])
  const { forum, heldOn, startsAt, durationMinutes } = meeting
  const facts = [
    t('number', { number: String(meeting.number), year: String(meeting.year) }),
    t('when', {
      date: formatDate(heldOn, locale, 'day'),
      time: formatTimeRange(startsAt, durationMinutes, locale),
    }),
  ]
  return (
    <>
      <h1 className="flex items-center gap-3 text-lg font-semibold">
        <ForumMark mark={forum.mark} />
        {forum.name}
      </h1>
      <p className="text-sm text-muted">{facts.join(' · ')}</p>
      <Link
        href={`/meetings/${meeting.id}`}
        prefetch={false}
        className="inline-flex min-h-8 items-center text-sm text-link hover:underline"
      >
        {t('back')}
      </Link>
      {isDemo() && <p className="text-sm text-muted">{shell('demo')}</p>}
    </>
  )
}
