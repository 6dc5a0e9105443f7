import { meetingsAsCalendar } from '@/features/meetings/calendar/exports'
import { listAnnounced } from '@/features/meetings/queries'
import { formatDate, formatTime } from '@/lib/format'
import { Action, Address, Letter, Sentence } from './layout'
import { invitedTo } from './meeting'
import { address, type Draft, type Occasion } from './writing'

/** The date is announced, or (payload `seriesId`) all the days of a series; the agenda follows. */
export function saveTheDateEmail(occasion: Occasion): Draft {
  const { mail, reader, locale, t, now } = occasion
  const { meeting, words, replyTo, why, calendar, answerAt } = invitedTo(occasion)
  const series = mail.payload.seriesId ? listAnnounced(reader.viewer, mail.payload.seriesId) : []
  if (series.length === 0 && meeting.state !== 'announced') return { withdrawn: 'overtaken' }
  const several = series.length > 1
  return {
    subject: t(several ? 'saveTheDates.subject' : 'saveTheDate.subject', words),
    replyTo,
    calendar: several ? meetingsAsCalendar(series, now) : calendar,
    letter: (
      <Letter locale={locale} why={why}>
        <Sentence>{t('greeting', { name: reader.viewer.name })}</Sentence>
        <Sentence>{t(several ? 'saveTheDates.news' : 'saveTheDate.news', words)}</Sentence>
        {several ? (
          series.map(({ id, heldOn, startsAt }) => (
            <Sentence key={id}>
              {t('saveTheDates.day', {
                date: formatDate(heldOn, locale, 'full'),
                time: formatTime(startsAt, locale),
              })}
            </Sentence>
          ))
        ) : (
          <Sentence>{t('where', words)}</Sentence>
        )}
        {!several && answerAt && <Action href={answerAt}>{t('answer.press')}</Action>}
        <Address href={address(several ? '/meetings' : `/meetings/${meeting.id}`)}>{t('answer.see')}</Address>
      </Letter>
    ),
  }
}
