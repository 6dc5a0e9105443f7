import { isBeforeHeld } from '@/features/meetings/rules'
import { Action, Letter, Sentence } from './layout'
import { aboutMeeting } from './meeting'
import { address, type Draft, type Occasion } from './writing'

/** The agenda was sent, or (payload `as`) a supplement to it. */
export function agendaEmail(occasion: Occasion): Draft {
  const { mail, reader, locale, t } = occasion
  const { meeting, words, replyTo, why } = aboutMeeting(occasion)
  if (!isBeforeHeld(meeting.state)) return { withdrawn: 'overtaken' }
  const supplement = mail.payload.as === 'supplement'
  return {
    subject: t(supplement ? 'agenda.subjectSupplement' : 'agenda.subject', words),
    replyTo,
    letter: (
      <Letter locale={locale} why={why}>
        <Sentence>{t('greeting', { name: reader.viewer.name })}</Sentence>
        <Sentence>{t(supplement ? 'agenda.readySupplement' : 'agenda.ready', words)}</Sentence>
        <Sentence>{t('agenda.todo')}</Sentence>
        <Action href={address(`/meetings/${meeting.id}`)}>{t('agenda.read')}</Action>
      </Letter>
    ),
  }
}
