import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { listSeats } from '@/features/forums/queries/seats'
import { AgendaEditor } from '@/features/meetings/agenda/components/agenda-editor'
import { AgendaReading } from '@/features/meetings/agenda/components/agenda-reading'
import { listAgenda, listRemovedItems } from '@/features/meetings/agenda/queries'
import { AttachmentList } from '@/features/meetings/attachments/components/attachment-list'
import { listAttachments } from '@/features/meetings/attachments/queries'
import { MeetingDetails } from '@/features/meetings/components/meeting-details'
import { meetingTitle } from '@/features/meetings/components/meeting-title'
import { ProposalList } from '@/features/meetings/proposals/components/proposal-list'
import { listWaiting } from '@/features/meetings/proposals/queries'
import { getMeeting } from '@/features/meetings/queries'
import { isBeforeHeld } from '@/features/meetings/rules'
import { carriedTopics } from '@/features/meetings/topics/queries'
import { listAbout } from '@/features/plans/mentions/queries'
import { today } from '@/lib/dates'
import { can } from '@/policy'

type Props = { params: Promise<{ meeting: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agenda'))('edit.title') }
}

export default async function EditAgendaPage({ params }: Props) {
  const viewer = await requireViewer()
  if (!can.conveneMeetings(viewer)) notFound()
  const { meeting: id } = await params
  const meeting = orNotFound(() => getMeeting(viewer, id))
  const [t, tp, tm, shell, locale] = await Promise.all([
    getTranslations('agenda'),
    getTranslations('proposals'),
    getTranslations('meetings'),
    getTranslations('shell'),
    getLocale(),
  ])
  const day = today(new Date())
  const entries = listAgenda(viewer, id)
  const attached = listAttachments(viewer, id)
  const proposals = listWaiting(viewer, id)
  const unsent = entries.filter(({ sentAt }) => sentAt === null).length
  const isSent = meeting.state === 'agenda_sent'

  return (
    <>
      <PageHeader
        title={t('edit.title')}
        crumbs={[
          { label: tm('title'), href: '/meetings' },
          { label: meeting.forum.name, href: `/forums/${meeting.forum.slug}` },
          { label: meetingTitle(meeting.heldOn, day, locale), href: `/meetings/${id}` },
          { label: t('edit.title') },
        ]}
        crumbsLabel={shell('crumbs')}
        aside={
          isBeforeHeld(meeting.state) &&
          unsent > 0 && (
            <ButtonLink href={`/meetings/${id}/agenda/send`} variant="primary">
              {tm(isSent ? 'sendSupplement' : 'sendAgenda')}
            </ButtonLink>
          )
        }
      />
      {isSent && (
        <Banner tone="info">
          {t('edit.live')} {unsent > 0 && t('edit.unsentItems', { count: unsent })}
        </Banner>
      )}
      {proposals.length > 0 && (
        <Card title={tp('waiting')} className="mb-6">
          <ProposalList proposals={proposals} locale={locale} />
        </Card>
      )}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[1.8fr_1fr]">
        {isBeforeHeld(meeting.state) ? (
          <AgendaEditor
            meeting={meeting}
            entries={entries}
            attached={attached}
            about={listAbout(viewer, id)}
            removed={listRemovedItems(viewer, id)}
            carried={carriedTopics(viewer, meeting)}
            proposers={listSeats(viewer, meeting.forumId, day)}
            locale={locale}
          />
        ) : (
          <Card title={t('edit.fixed')}>
            <AgendaReading
              entries={entries}
              locale={locale}
              below={(item) => <AttachmentList attachments={attached.get(item.id)} locale={locale} />}
            />
          </Card>
        )}
        <MeetingDetails meeting={meeting} viewer={viewer} locale={locale} />
      </div>
    </>
  )
}
