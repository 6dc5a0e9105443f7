import { isBeforeHeld } from '@/features/meetings/rules'
import { Action, Address, Letter, Sentence } from './layout'
import { invitedTo } from './meeting'
import { address, type Draft, type Occasion } from './writing'

/** To who has not answered yet. */
export function answerReminderEmail(occasion: Occasion): Draft {
  const { reader, locale, t } = occasion
  const { meeting, words, replyTo, why, answered, answerAt } = invitedTo(occasion)
  if (!isBeforeHeld(meeting.state) || answered) return { withdrawn: 'overtaken' }
  return {
    subject: t('reminder.subject', words),
    replyTo,
    letter: (
      <Letter locale={locale} why={why}>
        <Sentence>{t('greeting', { name: reader.viewer.name })}</Sentence>
        <Sentence>{t('reminder.news', words)}</Sentence>
        <Sentence>{t('where', words)}</Sentence>
        {answerAt && <Action href={answerAt}>{t('answer.press')}</Action>}
        <Address href={address(`/meetings/${meeting.id}`)}>{t('answer.see')}</Address>
      </Letter>
    ),
  }
}
