import { Action, Address, Letter, Sentence } from './layout'
import { invitedTo } from './meeting'
import { address, type Draft, type Occasion } from './writing'

/** The date is announced; the agenda follows. */
export function saveTheDateEmail(occasion: Occasion): Draft {
  const { reader, locale, t } = occasion
  const { meeting, words, replyTo, why, calendar, answerAt } = invitedTo(occasion)
  if (meeting.state !== 'announced') return { withdrawn: 'overtaken' }
  return {
    subject: t('saveTheDate.subject', words),
    replyTo,
    calendar,
    letter: (
      <Letter locale={locale} why={why}>
        <Sentence>{t('greeting', { name: reader.viewer.name })}</Sentence>
        <Sentence>{t('saveTheDate.news', words)}</Sentence>
        <Sentence>{t('where', words)}</Sentence>
        {answerAt && <Action href={answerAt}>{t('answer.press')}</Action>}
        <Address href={address(`/meetings/${meeting.id}`)}>{t('answer.see')}</Address>
      </Letter>
    ),
  }
}
