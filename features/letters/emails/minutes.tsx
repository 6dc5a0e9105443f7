import { getMinutes } from '@/features/meetings/minutes/queries/read'
import { formatDate } from '@/lib/format'
import { Action, Letter, Sentence } from './layout'
import { aboutMeeting } from './meeting'
import { OwnActionItems, ownActionItems } from './own-action-items'
import { address, type Draft, type Occasion } from './writing'

/** The minutes were sent: for review, approved, or corrected; with what its reader has been asked to do. */
export function minutesEmail(occasion: Occasion): Draft {
  const { mail, reader, locale, t } = occasion
  const { meeting, words, replyTo, why } = aboutMeeting(occasion)
  const sent = mail.payload.version === undefined ? undefined : Number(mail.payload.version)
  const { state, version, reviewUntil } = getMinutes(reader.viewer, meeting.id, sent)
  const kind = state === 'in_review' ? 'review' : version > 1 ? 'corrected' : 'approved'
  const until = reviewUntil ? formatDate(reviewUntil, locale, 'long') : ''
  const items = ownActionItems(occasion, meeting.id)
  return {
    subject: t(SUBJECTS[kind], words),
    replyTo,
    letter: (
      <Letter locale={locale} why={why}>
        <Sentence>{t('greeting', { name: reader.viewer.name })}</Sentence>
        <Sentence>{t(`minutes.${kind}`, { ...words, until })}</Sentence>
        {kind === 'review' && <Sentence>{t('minutes.reviewTodo')}</Sentence>}
        <Action href={address(`/meetings/${meeting.id}/minutes`)}>{t('minutes.read')}</Action>
        <OwnActionItems items={items} t={t} />
      </Letter>
    ),
  }
}

const SUBJECTS = {
  review: 'minutes.subjectReview',
  corrected: 'minutes.subjectCorrected',
  approved: 'minutes.subject',
} as const
