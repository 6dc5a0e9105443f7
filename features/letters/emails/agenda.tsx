import { listAgenda } from '@/features/meetings/agenda/queries'
import { listAttachments } from '@/features/meetings/attachments/queries'
import { isBeforeHeld } from '@/features/meetings/rules'
import { formatMinutes } from '@/lib/format'
import { Action, Address, Letter, Sentence } from './layout'
import { invitedTo } from './meeting'
import { address, type Draft, type Occasion } from './writing'

/** The agenda was sent, or (payload `as`) a supplement to it. It stands in the mail; what is not the whole forum's is only counted (R29). */
export function agendaEmail(occasion: Occasion): Draft {
  const { mail, reader, locale, t } = occasion
  const { meeting, words, replyTo, why, calendar, answerAt } = invitedTo(occasion)
  if (!isBeforeHeld(meeting.state)) return { withdrawn: 'overtaken' }
  const supplement = mail.payload.as === 'supplement'
  const sent = listAgenda(reader.viewer, meeting.id).filter(({ sentAt }) => sentAt !== null)
  const shared = sent.filter(({ visibility }) => visibility === 'forum')
  const others = sent.length - shared.length
  const attached = listAttachments(reader.viewer, meeting.id)
  const names = (id: string) =>
    attached
      .get(id)
      ?.filter(({ internal }) => !internal)
      .map(({ name }) => name) ?? []
  return {
    subject: t(supplement ? 'agenda.subjectSupplement' : 'agenda.subject', words),
    replyTo,
    calendar,
    letter: (
      <Letter locale={locale} why={why}>
        <Sentence>{t('greeting', { name: reader.viewer.name })}</Sentence>
        <Sentence>{t(supplement ? 'agenda.readySupplement' : 'agenda.ready', words)}</Sentence>
        <Sentence>{t('where', words)}</Sentence>
        {shared.map(({ id, number, title, minutes }) => (
          <Sentence key={id}>
            {`${number}. ${title}`}
            {minutes > 0 && ` (${formatMinutes(minutes, locale)})`}
            {names(id).length > 0 && ` – ${t('agenda.attached', { names: names(id).join(', ') })}`}
          </Sentence>
        ))}
        {others > 0 && <Sentence>{t('agenda.others', { count: others })}</Sentence>}
        {answerAt && <Action href={answerAt}>{t('answer.press')}</Action>}
        <Address href={address(`/meetings/${meeting.id}`)}>{t('agenda.read')}</Address>
      </Letter>
    ),
  }
}
