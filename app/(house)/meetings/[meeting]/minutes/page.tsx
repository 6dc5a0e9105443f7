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
import { listReadable } from '@/features/decisions/queries'
import { FilingNote } from '@/features/filings/components/filing-note'
import { getFiling } from '@/features/filings/queries'
import { meetingTitle } from '@/features/meetings/components/meeting-title'
import { ItemComments } from '@/features/meetings/minutes/comments/components/item-comments'
import { listComments } from '@/features/meetings/minutes/comments/queries'
import { isUnderReview, reviewUntil } from '@/features/meetings/minutes/comments/rules'
import { CorrectMinutes } from '@/features/meetings/minutes/components/correct-minutes'
import { GapList } from '@/features/meetings/minutes/components/gap-list'
import { MinutesReading } from '@/features/meetings/minutes/components/minutes-reading'
import { SendMinutes } from '@/features/meetings/minutes/components/send-minutes'
import { VersionNotes } from '@/features/meetings/minutes/components/version-notes'
import { getMinutes } from '@/features/meetings/minutes/queries/read'
import { getMinutesSending } from '@/features/meetings/minutes/queries/sending'
import { MailState } from '@/features/meetings/recipients/components/mail-state'
import { RecipientList } from '@/features/meetings/recipients/components/recipient-list'
import { countMail, isInGrace, listRecipients } from '@/features/meetings/recipients/queries'
import { plainDateOf, today } from '@/lib/dates'
import { formatDate, formatTimeRange, formatWeek } from '@/lib/format'
import { can } from '@/policy'

type Props = {
  params: Promise<{ meeting: string }>
  searchParams: Promise<{ sent?: string; finished?: string; version?: string }>
}

/** Read once for the title and the page. */
const readMinutes = cache(async (id: string, version: string | undefined) => {
  const viewer = await requireViewer()
  return orNotFound(() => getMinutes(viewer, id, version === undefined ? undefined : Number(version)))
})

/** A document is called by what it is, of whom and of which day, also as a file (R12). */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { edition } = await readMinutes((await params).meeting, (await searchParams).version)
  const t = await getTranslations('minutes')
  const [year, month, day] = edition.meeting.heldOn.split('-')
  return { title: `${t('title')} – ${edition.meeting.forum} – ${day}-${month}-${year}` }
}

export default async function MinutesPage({ params, searchParams }: Props) {
  const viewer = await requireViewer()
  const { meeting: id } = await params
  const { sent, finished, version } = await searchParams
  const minutes = await readMinutes(id, version)
  const { meeting } = minutes.edition
  const isNewest = minutes.version === 0 || minutes.version === minutes.versions[0]?.version
  const sending = minutes.meetingState === 'held' && isNewest ? getMinutesSending(viewer, id) : null
  const comments = Map.groupBy(
    minutes.minutesId ? listComments(viewer, minutes.minutesId) : [],
    ({ itemId }) => itemId,
  )
  const recipients = listRecipients(viewer, id, 'minutes')
  const now = new Date()
  const mayComment = isUnderReview(minutes, today(now)) && can.comment(viewer, minutes.facts)
  const mail = countMail(viewer, id, 'minutes')
  const inGrace = isInGrace(mail, now)
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
          <Tag tone="ok">
            {t(minutes.approvedSilently ? 'state.approvedSilently' : 'state.approved', {
              date: long(minutes.approvedAt),
            })}
          </Tag>
        )}
      </p>
      <VersionNotes minutes={minutes} viewer={viewer} locale={locale} />
      {sending && <GapList meetingId={id} gaps={sending.gaps} />}
      {sending && (
        <SendMinutes
          meetingId={id}
          state={minutes.state}
          people={sending.people}
          changedSinceSent={minutes.changedSinceSent}
          complete={sending.complete}
          until={reviewUntil(today(now))}
          locale={locale}
          ready={finished !== undefined && sending.complete}
        />
      )}
      <p className="no-print mt-4 flex flex-wrap gap-x-6">
        {(['pdf', 'docx'] as const).map((kind) => (
          <a
            key={kind}
            href={`/meetings/${id}/minutes.${kind}${version === undefined ? '' : `?version=${minutes.version}`}`}
            className="inline-flex min-h-8 items-center text-link hover:underline"
          >
            {t(`file.${kind}`)}
          </a>
        ))}
      </p>
      <article className="mt-8">
        <MinutesReading
          edition={minutes.edition}
          decisions={listReadable(viewer, id)}
          locale={locale}
          below={(itemId) => {
            const said = comments.get(itemId) ?? []
            return said.length > 0 || mayComment ? (
              <ItemComments
                meetingId={id}
                comments={said}
                mayAnswer={can.conveneMeetings(viewer)}
                {...{ itemId, mayComment, locale }}
              />
            ) : null
          }}
        />
      </article>
      {minutes.state === 'approved' && (
        <FilingNote
          meetingId={id}
          document="minutes"
          filing={getFiling(viewer, id, 'minutes', minutes.minutesId)}
          files={can.conveneMeetings(viewer) && isNewest}
          today={today(now)}
          locale={locale}
        />
      )}
      {can.conveneMeetings(viewer) && minutes.meetingState === 'closed' && <CorrectMinutes meetingId={id} />}
      {recipients.length > 0 && (
        <Card title={t('sentTo')} className="no-print mt-8">
          <RecipientList recipients={recipients} locale={locale} />
          {!inGrace && mailState}
        </Card>
      )}
    </div>
  )
}
