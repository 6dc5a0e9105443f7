import { isBeforeHeld } from '@/features/meetings/rules'
import { Action, Address, Letter, Sentence } from './layout'
import { invitedTo } from './meeting'
import { address, type Draft, type Occasion } from './writing'

/** Time or place changed. Moved once more, only the last mail is news. */
export function movedEmail(occasion: Occasion): Draft {
  const { mail, reader, locale, t } = occasion
  const { meeting, words, replyTo, why, calendar, answerAt } = invitedTo(occasion)
  const isNews = String(meeting.sequence) === mail.payload.sequence
  if (!isBeforeHeld(meeting.state) || !isNews) return { withdrawn: 'overtaken' }
  return {
    subject: t('moved.subject', words),
    replyTo,
    calendar,
    letter: (
      <Letter locale={locale} why={why}>
        <Sentence>{t('greeting', { name: reader.viewer.name })}</Sentence>
        <Sentence>{t('moved.news', words)}</Sentence>
        <Sentence>{t('where', words)}</Sentence>
        {answerAt && <Action href={answerAt}>{t('answer.press')}</Action>}
        <Address href={address(`/meetings/${meeting.id}`)}>{t('answer.see')}</Address>
      </Letter>
    ),
  }
}
