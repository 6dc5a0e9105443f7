import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { meetingTitle } from '@/features/meetings/components/meeting-title'
import { ProposeForm } from '@/features/meetings/proposals/components/propose-form'
import { partySeatedFor } from '@/features/meetings/proposals/queries'
import { isLate } from '@/features/meetings/proposals/rules'
import { getMeeting } from '@/features/meetings/queries'
import { isBeforeHeld } from '@/features/meetings/rules'
import { today } from '@/lib/dates'
import { can } from '@/policy'

type Props = { params: Promise<{ meeting: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('proposals'))('new') }
}

export default async function ProposePage({ params }: Props) {
  const viewer = await requireViewer()
  const { meeting: id } = await params
  const meeting = orNotFound(() => getMeeting(viewer, id))
  const party = can.propose(viewer, meeting) ? partySeatedFor(viewer, meeting) : undefined
  if (!party || !isBeforeHeld(meeting.state)) notFound()
  const [t, tm, shell, locale] = await Promise.all([
    getTranslations('proposals'),
    getTranslations('meetings'),
    getTranslations('shell'),
    getLocale(),
  ])
  const day = today(new Date())
  return (
    <div className="max-w-[720px]">
      <PageHeader
        title={t('new')}
        crumbs={[
          { label: tm('title'), href: '/meetings' },
          { label: meeting.forum.name, href: `/forums/${meeting.forum.slug}` },
          { label: meetingTitle(meeting.heldOn, day, locale), href: `/meetings/${id}` },
          { label: t('new') },
        ]}
        crumbsLabel={shell('crumbs')}
      >
        <p className="mt-2 max-w-[60ch] text-muted">
          {t('lead')} {isLate(meeting, day) && t('lateLead')}
        </p>
      </PageHeader>
      <ProposeForm meetingId={id} partyKind={party.kind} />
    </div>
  )
}
