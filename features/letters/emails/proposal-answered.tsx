import { getProposal } from '@/features/meetings/proposals/queries'
import { STATE_AFTER } from '@/features/meetings/proposals/rules'
import { formatDate } from '@/lib/format'
import { findContact } from '../queries'
import { Action, Letter, Sentence } from './layout'
import { address, type Draft, type Occasion } from './writing'

const ANSWERS = ['asked', 'accepted', 'passed_on', 'declined'] as const

/** The coordinators took a step with a proposal. What it is about and what they wrote is read on the site (R29). */
export function proposalAnsweredEmail({ mail, reader, locale, t }: Occasion): Draft {
  const proposal = getProposal(reader.viewer, mail.payload.proposalId ?? '')
  const answer = ANSWERS.find((step) => step === mail.payload.step)
  if (!answer || proposal.state !== STATE_AFTER[answer]) return { withdrawn: 'overtaken' }
  const contact = findContact(proposal.forumId)
  const words = { forum: proposal.forum, date: formatDate(proposal.heldOn, locale, 'full') }
  return {
    subject: t(`proposalAnswered.subject.${answer}`, words),
    replyTo: contact?.email,
    letter: (
      <Letter
        locale={locale}
        why={[
          contact ? t('questionTo', { name: contact.name }) : t('questionTeam'),
          t('proposalAnswered.why'),
          t('sender'),
        ]}
      >
        <Sentence>{t('greeting', { name: reader.viewer.name })}</Sentence>
        <Sentence>{t(`proposalAnswered.news.${answer}`, words)}</Sentence>
        <Action href={address(`/meetings/proposals/${proposal.id}`)}>
          {t(answer === 'asked' ? 'proposalAnswered.answer' : 'proposalAnswered.read')}
        </Action>
      </Letter>
    ),
  }
}
