import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { FilingNote } from '@/features/filings/components/filing-note'
import { getFiling } from '@/features/filings/queries'
import { AgendaReading } from '@/features/meetings/agenda/components/agenda-reading'
import { agendaStatus } from '@/features/meetings/agenda/components/agenda-status'
import { listAgenda } from '@/features/meetings/agenda/queries'
import { AttachmentList } from '@/features/meetings/attachments/components/attachment-list'
import { listAttachments } from '@/features/meetings/attachments/queries'
import { MeetingActions } from '@/features/meetings/components/meeting-actions'
import { MeetingFacts } from '@/features/meetings/components/meeting-facts'
import { meetingTitle } from '@/features/meetings/components/meeting-title'
import { AnswerForms } from '@/features/meetings/invitations/components/answer-forms'
import { CoverageCard } from '@/features/meetings/invitations/components/coverage-card'
import { getOwnAnswer, listCoverage } from '@/features/meetings/invitations/queries'
import { answerInvitationAction } from '@/features/meetings/invitations/server-actions'
import { getMeeting } from '@/features/meetings/queries'
import { MailState } from '@/features/meetings/recipients/components/mail-state'
import { RecipientList } from '@/features/meetings/recipients/components/recipient-list'
import { countMail, isInGrace, listRecipients, listWhoIsTold } from '@/features/meetings/recipients/queries'
import { SENDINGS } from '@/features/meetings/recipients/rules'
import { isBeforeHeld } from '@/features/meetings/rules'
import { SeriesCaption } from '@/features/meetings/series/components/series-caption'
import { seriesOf } from '@/features/meetings/series/queries'
import { SinceLast } from '@/features/meetings/since-last/components/since-last'
import { sinceLast } from '@/features/meetings/since-last/queries'
import { TopicLink } from '@/features/meetings/topics/components/topic-link'
import { About } from '@/features/plans/components/about'
import { aboutChoices, listAbout } from '@/features/plans/mentions/queries'
import { today } from '@/lib/dates'
import { can, isOutsider } from '@/policy'

type Props = {
  params: Promise<{ meeting: string }>
  searchParams: Promise<{ sent?: string; about?: string }>
}

const findMeeting = cache(async (id: string) => {
  const viewer = await requireViewer()
  return { viewer, meeting: orNotFound(() => getMeeting(viewer, id)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { meeting } = await findMeeting((await params).meeting)
  const title = meetingTitle(meeting.heldOn, today(new Date()), await getLocale())
  return { title: `${title} · ${meeting.forum.name}` }
}

export default async function MeetingPage({ params, searchParams }: Props) {
  const { viewer, meeting } = await findMeeting((await params).meeting)
  const [t, ta, tat, ti, tp, shell, locale] = await Promise.all([
    getTranslations('meetings'),
    getTranslations('agenda'),
    getTranslations('attachments'),
    getTranslations('invitations'),
    getTranslations('proposals'),
    getTranslations('shell'),
    getLocale(),
  ])
  const now = new Date()
  const day = today(now)
  const entries = listAgenda(viewer, meeting.id)
  const attached = listAttachments(viewer, meeting.id)
  const series = meeting.seriesId && seriesOf(viewer, meeting.id, day)
  const recipients = listRecipients(viewer, meeting.id, 'agenda')
  const sendings = Map.groupBy(countMail(viewer, meeting.id, ...SENDINGS), ({ sending }) => sending)
  const mail = sendings.get('agenda') ?? []
  const inGrace = isInGrace(mail, now)
  const answered = getOwnAnswer(viewer, meeting)
  // Once the meeting is over, its minutes tell.
  const tells = isBeforeHeld(meeting.state) && entries.some(({ writesItself }) => writesItself)
  const news = tells ? sinceLast(viewer, meeting, day) : null
  const coverage = meeting.announcedAt && isBeforeHeld(meeting.state) ? listCoverage(viewer, meeting) : []
  const title = meetingTitle(meeting.heldOn, day, locale)
  const status = await agendaStatus(meeting, entries, locale)
  const convenes = can.conveneMeetings(viewer)
  const asked = await searchParams
  const justSent = convenes ? Number(asked.sent) : 0
  const about = listAbout(viewer, meeting.id)

  const mailState = (
    <MailState mail={mail} meetingId={meeting.id} sending="agenda" {...{ viewer, locale, now }} />
  )

  return (
    <div className="max-w-[720px]">
      {justSent > 0 && (
        <Banner tone="ok" role="status">
          {ta('send.done', { count: justSent })}
        </Banner>
      )}
      <PageHeader
        title={title}
        crumbs={[
          { label: t('title'), href: '/meetings' },
          { label: meeting.forum.name, href: `/forums/${meeting.forum.slug}` },
          { label: title },
        ]}
        crumbsLabel={shell('crumbs')}
      >
        <MeetingFacts meeting={meeting} viewer={viewer} locale={locale} />
        {series && (
          <SeriesCaption
            series={series}
            forum={meeting.forum.name}
            convenes={convenes}
            invited={listWhoIsTold(viewer, meeting, 'save_the_date')}
            locale={locale}
          />
        )}
      </PageHeader>
      {[...sendings]
        .filter(([sending, mails]) => sending !== 'minutes' && isInGrace(mails, now))
        .map(([sending, mails]) => (
          <Banner key={sending} tone="info">
            <MailState mail={mails} meetingId={meeting.id} {...{ sending, viewer, locale, now }} />
          </Banner>
        ))}
      {meeting.state === 'cancelled' && (
        <Banner tone="bad" title={t('cancelled')}>
          <p className="whitespace-pre-line wrap-anywhere">{meeting.cancelReason}</p>
        </Banner>
      )}
      {meeting.minutesSentAt ? (
        <ButtonLink href={`/meetings/${meeting.id}/minutes`} variant="primary" className="mb-6">
          {t('minutes')}
        </ButtonLink>
      ) : (
        meeting.state === 'held' && <p className="mb-4">{t('heldNoMinutes')}</p>
      )}
      {convenes && (
        <MeetingActions
          meeting={meeting}
          today={day}
          items={entries.length}
          unsent={entries.filter(({ sentAt }) => sentAt === null).length}
        />
      )}
      {isBeforeHeld(meeting.state) && can.propose(viewer, meeting) && (
        <ButtonLink href={`/meetings/${meeting.id}/propose`} className="mb-6">
          {tp('new')}
        </ButtonLink>
      )}
      {answered && (
        <Card title={ti('title')} className="no-print mb-6">
          <AnswerForms
            action={answerInvitationAction}
            hidden={{ meetingId: meeting.id }}
            answered={answered}
            items={entries.filter(({ sentAt }) => sentAt !== null)}
          />
        </Card>
      )}
      {meeting.state !== 'cancelled' && <p className="mb-2 text-sm text-muted">{status.join(' ')}</p>}
      {entries.length > 0 && (
        <AgendaReading
          entries={entries}
          locale={locale}
          markUnsent={meeting.agendaSentAt !== null && isBeforeHeld(meeting.state)}
          below={(item) => (
            <>
              <AttachmentList attachments={attached.get(item.id)} locale={locale} />
              {item.kind !== 'formality' && (
                <About
                  at="agenda_item"
                  id={item.id}
                  about={about.get(item.id)}
                  choices={convenes && asked.about === item.id ? aboutChoices(viewer, meeting.forum.id) : []}
                  ask={convenes ? `?about=${item.id}#${item.id}` : undefined}
                />
              )}
              {item.writesItself && news ? (
                <SinceLast facts={news} locale={locale} />
              ) : (
                <TopicLink item={item} />
              )}
            </>
          )}
        />
      )}
      {convenes && entries.length > 0 && meeting.state !== 'cancelled' && (
        <ButtonLink href={`/meetings/${meeting.id}/attachments`} variant="quiet" className="no-print mb-6">
          {tat('add')}
        </ButtonLink>
      )}
      {entries.length === 0 && !isOutsider(viewer) && <p className="text-muted">{ta('none')}</p>}
      {coverage.length > 0 && (
        <CoverageCard parties={coverage} convenes={convenes} meetingId={meeting.id} locale={locale} />
      )}
      {meeting.agendaSentAt && meeting.state !== 'cancelled' && (
        <FilingNote
          meetingId={meeting.id}
          document="agenda"
          filing={getFiling(viewer, meeting.id, 'agenda', null)}
          files={convenes}
          today={day}
          locale={locale}
        />
      )}
      {recipients.length > 0 && (
        <Card title={ta('sentTo.title')} className="no-print mt-10">
          <RecipientList recipients={recipients} locale={locale} />
          {!inGrace && mailState}
        </Card>
      )}
    </div>
  )
}
