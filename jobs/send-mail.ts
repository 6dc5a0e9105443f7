import { writeEmail } from '@/features/letters/emails/write'
import { isTooOld, type Mail, nextAttempt, SERVER_TROUBLE } from '@/features/outbox/rules'
import {
  claimDueMail,
  doubtInterrupted,
  postponeOthers,
  type Settled,
  settleMail,
} from '@/features/outbox/sending'
import { smtp } from '@/lib/env'
import { log, problemOf } from '@/lib/log'
import { type MailProblem, type MailServer, mailServer } from '@/lib/mail'

const BEGAN = new Date()
const LONGEST_RUN_MS = 60_000

type Surroundings = {
  server?: MailServer | null
  /** When this process began. */
  since?: Date
}

/** Hands over what is due, one mail after the other; without a mail server everything waits in the outbox. */
export async function sendDueMail(
  now: Date,
  { server = configured(), since = BEGAN }: Surroundings = {},
): Promise<void> {
  doubtInterrupted(since, now)
  const end = performance.now() + LONGEST_RUN_MS
  while (server && performance.now() < end) {
    const mail = claimDueMail(now)
    if (!mail) return
    const settled = await send(mail, server, now)
    settleMail(mail, settled, now)
    if (!('problem' in settled)) continue
    const trouble = SERVER_TROUBLE.find((one) => one === settled.problem)
    if (trouble) return postponeOthers(trouble, now)
  }
}

function configured(): MailServer | null {
  const settings = smtp()
  return settings && mailServer(settings)
}

async function send(mail: Mail, server: MailServer, now: Date): Promise<Settled> {
  if (isTooOld(mail, now)) return { state: 'failed', problem: 'tooOld' }
  const written = await write(mail, now)
  if ('state' in written) return written
  const handed = await server.handOver(written)
  if (handed.outcome === 'sent') return { state: 'sent' }
  if (handed.outcome === 'later') return later(mail, handed.problem, now)
  return { state: handed.outcome === 'refused' ? 'failed' : 'uncertain', problem: handed.problem }
}

async function write(mail: Mail, now: Date) {
  try {
    const written = await writeEmail(mail, now)
    return 'withdrawn' in written ? { state: 'withdrawn' as const, problem: written.withdrawn } : written
  } catch (error) {
    log.error(
      { job: 'sendMail', mail: mail.id, kind: mail.kind, problem: problemOf(error), err: error },
      'mail could not be written',
    )
    return later(mail, 'unwritten', now)
  }
}

function later(mail: Mail, problem: MailProblem | 'unwritten', now: Date): Settled {
  const notBefore = nextAttempt(mail, now)
  return notBefore ? { state: 'waiting', problem, notBefore } : { state: 'failed', problem }
}
