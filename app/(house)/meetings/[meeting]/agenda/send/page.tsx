import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { ActionForm } from '@/components/ui/action-form'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { PageHeader } from '@/components/ui/page-header'
import { AgendaReading } from '@/features/meetings/agenda/components/agenda-reading'
import { listAgenda } from '@/features/meetings/agenda/queries'
import { sendAgendaAction } from '@/features/meetings/agenda/server-actions'
import { meetingTitle } from '@/features/meetings/components/meeting-title'
import { getMeeting } from '@/features/meetings/queries'
import { RehearsalTable } from '@/features/meetings/recipients/components/rehearsal-table'
import { getRehearsal } from '@/features/meetings/recipients/queries'
import { isBeforeHeld } from '@/features/meetings/rules'
import { today } from '@/lib/dates'
import { formatDate, formatTime } from '@/lib/format'

type Props = { params: Promise<{ meeting: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agenda'))('send.title') }
}

/** Nothing leaves before one has seen who gets what. */
export default async function SendAgendaPage({ params }: Props) {
  const viewer = await requireViewer()
  const { meeting: id } = await params
  const now = new Date()
  const people = orNotFound(() => getRehearsal(viewer, id, now))
  const meeting = orNotFound(() => getMeeting(viewer, id))
  if (!isBeforeHeld(meeting.state)) notFound()
  const [t, mail, tm, shell, locale] = await Promise.all([
    getTranslations('agenda.send'),
    getTranslations('mail.agenda'),
    getTranslations('meetings'),
    getTranslations('shell'),
    getLocale(),
  ])
  const supplement = meeting.state === 'agenda_sent'
  const entries = listAgenda(viewer, id)
  const count = people.filter(({ fresh }) => fresh > 0).length
  const title = t(supplement ? 'titleSupplement' : 'title')
  const back = (
    <ButtonLink href={`/meetings/${id}/agenda`} variant="quiet">
      {t('back')}
    </ButtonLink>
  )

  return (
    <div className="max-w-[900px]">
      <PageHeader
        title={title}
        crumbs={[
          { label: tm('title'), href: '/meetings' },
          { label: meeting.forum.name, href: `/forums/${meeting.forum.slug}` },
          { label: meetingTitle(meeting.heldOn, today(now), locale), href: `/meetings/${id}` },
          { label: title },
        ]}
        crumbsLabel={shell('crumbs')}
      >
        <p className="mt-2 text-muted">{t(supplement ? 'leadSupplement' : 'lead')}</p>
      </PageHeader>
      {count === 0 ? (
        <Banner tone="info">
          <p className="mb-2">{t('nothing')}</p>
          {back}
        </Banner>
      ) : (
        <>
          <p className="mb-6">
            <span className="block text-sm text-muted">{t('subject')}</span>
            <span className="font-semibold">
              {mail(supplement ? 'subjectSupplement' : 'subject', {
                forum: meeting.forum.name,
                date: formatDate(meeting.heldOn, locale, 'full'),
                time: formatTime(meeting.startsAt, locale),
              })}
            </span>
          </p>
          <Card title={t('recipients')} className="mb-6">
            <RehearsalTable people={people} />
          </Card>
          <Disclosure summary={t('preview')} className="mb-6">
            <div className="max-w-[720px]">
              <AgendaReading
                entries={entries
                  .filter(({ visibility }) => visibility === 'forum')
                  .map((entry) => ({ ...entry, own: false }))}
                locale={locale}
              />
            </div>
          </Disclosure>
          <ActionForm
            action={sendAgendaAction}
            hidden={{ id }}
            submit={t(supplement ? 'submitSupplement' : 'submit', { count })}
            secondary={back}
          />
        </>
      )}
    </div>
  )
}
