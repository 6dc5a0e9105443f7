import { Address, Letter, Sentence } from './layout'
import { invitedTo } from './meeting'
import { address, type Draft, type Occasion } from './writing'

/** There will be no meeting: the calendar takes it away. Why stands on the page. */
export function cancelledEmail(occasion: Occasion): Draft {
  const { reader, locale, t } = occasion
  const { meeting, words, replyTo, why, calendar } = invitedTo(occasion)
  return {
    subject: t('cancelled.subject', words),
    replyTo,
    calendar,
    letter: (
      <Letter locale={locale} why={why}>
        <Sentence>{t('greeting', { name: reader.viewer.name })}</Sentence>
        <Sentence>{t('cancelled.news', words)}</Sentence>
        <Address href={address(`/meetings/${meeting.id}`)}>{t('cancelled.why')}</Address>
      </Letter>
    ),
  }
}
