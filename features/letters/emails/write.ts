import { render, toPlainText } from '@react-email/render'
import type { Mail, MailKind, Withdrawal } from '@/features/outbox/rules'
import { appUrl } from '@/lib/env'
import { NotFound } from '@/lib/errors'
import type { Message } from '@/lib/mail'
import { findReader } from '../queries'
import { agendaEmail } from './agenda'
import { answerReminderEmail } from './answer-reminder'
import { cancelledEmail } from './cancelled'
import { chaserEmail } from './chaser'
import { enquiryNewsEmail, enquiryReceiptEmail } from './enquiry'
import { invitationEmail } from './invitation'
import { minutesEmail } from './minutes'
import { movedEmail } from './moved'
import { offersToConfirmEmail } from './offers-to-confirm'
import { proposalAnsweredEmail } from './proposal-answered'
import { saveTheDateEmail } from './save-the-date'
import { signInEmail } from './sign-in'
import { followUpEmail, itemNewsEmail } from './told-items'
import { type Draft, mailTranslator, type Occasion } from './writing'

const EMAILS: Record<MailKind, (occasion: Occasion) => Draft> = {
  agenda: agendaEmail,
  minutes: minutesEmail,
  sign_in: signInEmail,
  invitation: invitationEmail,
  save_the_date: saveTheDateEmail,
  meeting_moved: movedEmail,
  meeting_cancelled: cancelledEmail,
  answer_reminder: answerReminderEmail,
  proposal_answered: proposalAnsweredEmail,
  item_news: itemNewsEmail,
  follow_up: followUpEmail,
  chaser: chaserEmail,
  offers_to_confirm: offersToConfirmEmail,
  enquiry_receipt: enquiryReceiptEmail,
  enquiry_news: enquiryNewsEmail,
}

const LINE_WIDTH = 74

/** Writes a mail by what its reader may read now, or says why it is not to be sent any more. */
export async function writeEmail(mail: Mail, now: Date): Promise<Message | { withdrawn: Withdrawal }> {
  const reader = findReader(mail.recipientId, now)
  if (!reader) return { withdrawn: 'deactivated' }
  const draft = draftFor({ mail, reader, locale: mail.locale, t: mailTranslator(mail.locale), now })
  if ('withdrawn' in draft) return draft
  const html = await render(draft.letter)
  return {
    id: `<${mail.id}@${appUrl().hostname}>`,
    date: mail.createdAt,
    to: reader.email,
    replyTo: draft.replyTo,
    subject: draft.subject,
    text: toPlainText(html, { wordwrap: LINE_WIDTH }),
    html,
    ...(draft.calendar && { calendar: draft.calendar }),
  }
}

function draftFor(occasion: Occasion): Draft {
  try {
    return EMAILS[occasion.mail.kind as MailKind](occasion)
  } catch (error) {
    if (error instanceof NotFound) return { withdrawn: 'unreadable' }
    throw error
  }
}
