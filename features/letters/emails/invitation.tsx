import { issueInvitationToken } from '@/features/people/commands/invite'
import { INVITATION_DAYS } from '@/features/people/rules'
import { addDays, today } from '@/lib/dates'
import { formatDate } from '@/lib/format'
import { Action, Address, Letter, Sentence } from './layout'
import { address, type Draft, type Occasion } from './writing'

/** A first way in, made now; one made later, by a mail or on the screen, takes its place. */
export function invitationEmail({ reader, locale, t, now }: Occasion): Draft {
  const token = issueInvitationToken(reader.viewer.personId, now)
  const until = formatDate(addDays(today(now), INVITATION_DAYS), locale, 'long')
  return {
    subject: t('invitation.subject'),
    letter: (
      <Letter locale={locale} why={[t('invitation.why'), t('sender')]}>
        <Sentence>{t('greeting', { name: reader.viewer.name })}</Sentence>
        <Sentence>{t('invitation.lead')}</Sentence>
        <Sentence>{t('invitation.todo', { until })}</Sentence>
        <Action href={address(`/sign-in/link/${token}`)}>{t('invitation.press')}</Action>
        <Address href={address('/sign-in')}>{t('invitation.later')}</Address>
      </Letter>
    ),
  }
}
