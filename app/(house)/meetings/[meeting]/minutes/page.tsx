import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import { ForumMark } from '@/components/ui/forum-mark'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { meetingTitle } from '@/features/meetings/components/meeting-title'
import { GapList } from '@/features/meetings/minutes/components/gap-list'
import { MinutesReading } from '@/features/meetings/minutes/components/minutes-reading'
import { SendMinutes } from '@/features/meetings/minutes/components/send-minutes'
import { getMinutes } from '@/features/meetings/minutes/queries/read'
import { getMinutesSending } from '@/features/meetings/minutes/queries/sending'
import { MailState } from '@/features/meetings/recipients/components/mail-state'
import { RecipientList } from '@/features/meetings/recipients/components/recipient-list'
import { countMail, isInGrace, listRecipients } from '@/features/meetings/recipients/queries'
import { plainDateOf, today } from '@/lib/dates'
import { formatDate, formatTimeRange, formatWeek } from '@/lib/format'

type Props = {
  params: Promise<{ meeting: string }>
  searchParams: Promise<{ sent?: string; finished?: string }>
}

/** Read once for the title and the page. */
const readMinutes = cache(async (id: string) => {
  const viewer = await requireViewer()
  return orNotFound(() => getMinutes(viewer, id))
})

/** A document is called by what it is, of whom and of which day, also as a file (R12). */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { edition } = await readMinutes((await params).meeting)
  const t = await getTranslations('minutes')
  const [year, month, day] = edition.meeting.heldOn.split('-')
  return { title: `${t('title')} – ${edition.meeting.forum} – ${day}-${month}-${year}` }
}

export default async function MinutesPage({ params, searchParams }: Props) {
  const viewer = await requireViewer()
  const { meeting: id } = await params
  const minutes = await readMinutes(id)
  const { meeting } = minutes.edition
  const sending = minutes.meetingState === 'held' ? getMinutesSending(viewer, id) : null
  const recipients = listRecipients(viewer, id, 'minutes')
  const now = new Date()
  const mail = countMail(viewer, id, 'minutes')
  const inGrace = isInGrace(mail, now)
  const { sent, finished } = await searchParams
  const justSent = Number(sent)
  const [t, tm, shell, locale] = await Promise.all([
    getTranslations('minutes'),
    getTranslations('meetings'),
    getTranslations('shell'),
    getLocale(),
  ])
  const long = (moment: Date) => formatDate(plainDateOf(moment), locale, 'long')

  const mailState = <MailState mail={mail} meetingId={id} sending="minutes" {...{ viewer, locale, now }} />

  return (
    <div className="max-w-[820px]">
      <PageHeader
        title={
          <>
            <ForumMark mark={meeting.mark} className="mr-3 size-5" />
            {t('heading', { forum: meeting.forum })}
          </>
        }
        crumbs={[
          { label: tm('title'), href: '/meetings' },
          { label: meetingTitle(meeting.heldOn, today(now), locale), href: `/meetings/${id}` },
          { label: t('title') },
        ]}
        crumbsLabel={shell('crumbs')}
      >
        <p className="mt-1">
          {formatDate(meeting.heldOn, locale, 'full')}{' '}
          {t('clock', { range: formatTimeRange(meeting.startsAt, meeting.durationMinutes, locale) })}{' '}
          <span className="text-muted">
            · {formatWeek(meeting.heldOn, locale)} · {meeting.place}
          </span>
        </p>
        <p className="mt-1 text-sm text-muted">
          {t('number', { number: String(meeting.number), year: String(meeting.year) })}
          {meeting.sagsnr && ` · ${t('sagsnr')} ${meeting.sagsnr}`}
          {meeting.dokumentnr && ` · ${t('dokumentnr')} ${meeting.dokumentnr}`}
        </p>
      </PageHeader>
      {justSent >= 0 && recipients.length > 0 && (
        <Banner tone="ok" role="status" title={t('justSent', { count: justSent })} />
      )}
      {inGrace && <Banner tone="info">{mailState}</Banner>}
      <p className="mb-6">
        {minutes.state === 'drafting' && <Tag tone="warn">{t('state.drafting')}</Tag>}
        {minutes.state === 'in_review' && minutes.reviewUntil && (
          <Tag tone="info">
            {t('state.in_review', { date: formatDate(minutes.reviewUntil, locale, 'long') })}
          </Tag>
        )}
        {minutes.state === 'approved' && minutes.approvedAt && (
          <Tag tone="ok">{t('state.approved', { date: long(minutes.approvedAt) })}</Tag>
        )}
      </p>
      {sending && <GapList meetingId={id} gaps={sending.gaps} />}
      {sending && (
        <SendMinutes
          meetingId={id}
          state={minutes.state}
          people={sending.people}
          changedSinceSent={minutes.changedSinceSent}
          ready={finished !== undefined && sending.complete}
        />
      )}
      <p className="no-print flex flex-wrap gap-x-6">
        {(['pdf', 'docx'] as const).map((kind) => (
          <a
            key={kind}
            href={`/meetings/${id}/minutes.${kind}`}
            className="inline-flex min-h-8 items-center text-link hover:underline"
          >
            {t(`file.${kind}`)}
          </a>
        ))}
      </p>
      <article className="mt-8">
        <MinutesReading edition={minutes.edition} locale={locale} />
      </article>
      {recipients.length > 0 && (
        <Card title={t('sentTo')} className="no-print mt-8">
          <RecipientList recipients={recipients} locale={locale} />
          {!inGrace && mailState}
        </Card>
      )}
    </div>
  )
}
