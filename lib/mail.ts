import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'

export type Message = {
  /** Stays the same when a mail is sent again, so that a mail program shows it once. */
  id: string
  date: Date
  to: string
  replyTo?: string
  subject: string
  text: string
  html: string
  /** An iCalendar object that a mail program puts into its reader's calendar. */
  calendar?: { method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; content: string }
}

/**
 * `later`: it was not taken, and may be tried again · `refused`: it never will be ·
 * `uncertain`: the line broke after the text was on its way, so nobody knows.
 */
type HandedOver = { outcome: 'sent' } | { outcome: 'later' | 'refused' | 'uncertain'; problem: MailProblem }

export const MAIL_PROBLEMS = [
  'unreachable',
  'signInFailed',
  'notEncrypted',
  'deferred',
  'senderRefused',
  'recipientRefused',
  'textRefused',
  'noAnswer',
] as const
export type MailProblem = (typeof MAIL_PROBLEMS)[number]

export type MailServer = { handOver: (message: Message) => Promise<HandedOver> }

/**
 * The mail server one hands over to, a connection for each mail: nodemailer's pool hands a mail over again by itself
 * when the line breaks, and somebody would get it twice.
 * @param patience how long an answer may take, in ms
 */
export function mailServer({ url, from }: { url: string; from: string }, patience = 60_000): MailServer {
  let begun = false
  const transport = createTransport({
    url,
    connectionTimeout: Math.min(patience, 15_000),
    greetingTimeout: Math.min(patience, 15_000),
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  // The text is read only when the server has asked for it: from there on silence means nothing is known.
  transport.use('stream', (mail, done) => {
    begun = false
    mail.message.processFunc((text) =>
      Readable.from(
        noticed(text, () => (begun = true)),
        { objectMode: false },
      ),
    )
    done()
  })
  return {
    handOver: async ({ id, date, to, replyTo, subject, text, html, calendar }) => {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          replyTo,
          subject,
          text,
          html,
          ...(calendar && { icalEvent: { ...calendar, filename: 'moede.ics' } }),
          messageId: id,
          date,
          xMailer: false,
          // No holiday answers, and no read receipts: a mail here never asks what its reader did with it.
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        })
        return { outcome: 'sent' }
      } catch (error) {
        return judge(error as SmtpError, begun)
      }
    },
  }
}

async function* noticed(text: AsyncIterable<unknown>, notice: () => void) {
  notice()
  yield* text
}

type SmtpError = { code?: string; command?: string; responseCode?: number }

function judge({ code, command, responseCode }: SmtpError, begun: boolean): HandedOver {
  if (code === 'EAUTH') return { outcome: 'later', problem: 'signInFailed' }
  if (code === 'ETLS') return { outcome: 'later', problem: 'notEncrypted' }
  if (responseCode && responseCode >= 500) {
    if (begun) return { outcome: 'refused', problem: 'textRefused' }
    if (command === 'RCPT TO') return { outcome: 'refused', problem: 'recipientRefused' }
    return { outcome: 'later', problem: command === 'MAIL FROM' ? 'senderRefused' : 'deferred' }
  }
  if (responseCode) return { outcome: 'later', problem: 'deferred' }
  if (begun) return { outcome: 'uncertain', problem: 'noAnswer' }
  if (code === 'EENVELOPE') return { outcome: 'refused', problem: 'recipientRefused' }
  return { outcome: 'later', problem: 'unreachable' }
}
