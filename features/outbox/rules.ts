import type { outbox } from '@/db/schema'
import { MAIL_PROBLEMS } from '@/lib/mail'

const MINUTE = 60_000

/** Every kind of mail we send; what each says is in `features/letters`. */
export const MAIL_KINDS = [
  'agenda',
  'minutes',
  'sign_in',
  'invitation',
  'save_the_date',
  'meeting_moved',
  'meeting_cancelled',
  'answer_reminder',
  'proposal_answered',
  'item_news',
  'follow_up',
  'chaser',
  'offers_to_confirm',
  'enquiry_receipt',
  'enquiry_news',
] as const
export type MailKind = (typeof MAIL_KINDS)[number]

export type Mail = typeof outbox.$inferSelect

/** Nothing to do with one mail: the next one would fare no better. */
export const SERVER_TROUBLE = ['unreachable', 'signInFailed', 'notEncrypted', 'senderRefused'] as const

/** For so long the sending of a thing to many can be taken back (design § 7.9). */
const GRACE_MINUTES = 10

/** What one person waits for, or a job decided, leaves at once. */
const AT_ONCE: readonly MailKind[] = [
  'sign_in',
  'invitation',
  'answer_reminder',
  'follow_up',
  'enquiry_receipt',
]

export const leavesAt = (kind: MailKind, now: Date): Date =>
  new Date(now.getTime() + (AT_ONCE.includes(kind) ? 0 : GRACE_MINUTES) * MINUTE)

/** Why a mail that was still waiting is not sent at all. */
const WITHDRAWALS = ['regretted', 'deactivated', 'unreadable', 'overtaken', 'expired'] as const
export type Withdrawal = (typeof WITHDRAWALS)[number]

/** Everything the screen has a sentence for: what the mail server did, what we did, and why it was not sent. */
export const PROBLEMS = [...MAIL_PROBLEMS, 'unwritten', 'interrupted', 'tooOld', ...WITHDRAWALS] as const
export type Problem = (typeof PROBLEMS)[number]

const PAUSE_MINUTES = [1, 5, 15, 60]
const LONGEST_PAUSE_MINUTES = 4 * 60
const GIVE_UP_HOURS = 72

type Tried = { attempts: number; createdAt: Date }

/** Three days after it was written a mail is no news: it is not tried again. */
export const isTooOld = ({ createdAt }: Pick<Tried, 'createdAt'>, now: Date): boolean =>
  now.getTime() - createdAt.getTime() > GIVE_UP_HOURS * 60 * MINUTE

/** When to try again what was not taken: soon, then ever more patiently; null when it is time to give up. */
export function nextAttempt({ attempts, createdAt }: Tried, now: Date): Date | null {
  const pause = PAUSE_MINUTES[attempts - 1] ?? LONGEST_PAUSE_MINUTES
  const next = new Date(now.getTime() + pause * MINUTE)
  return isTooOld({ createdAt }, next) ? null : next
}

/** No mail takes so long to hand over: whoever claimed it is gone. */
export const LONGEST_HANDOVER_MINUTES = 15

/** Not a mail to sign in by: who reads that can become its reader. */
export const mayBeRead = (kind: string): boolean => kind !== 'sign_in'

type Fared = Pick<Mail, 'state' | 'problem'>
type Doubt = 'mailMayArriveTwice' | 'mailFailedBefore' | 'mailWasStopped'

/** What to ask before a mail is sent again; null for one that waits, went, or that its reader may not get any more. */
export function doubtAboutSendingAgain({ state, problem }: Fared): Doubt | null {
  if (state === 'uncertain') return 'mailMayArriveTwice'
  if (state === 'failed') return 'mailFailedBefore'
  return state === 'withdrawn' && problem === 'regretted' ? 'mailWasStopped' : null
}

/** The outbox narrowed down; what is undefined is left out. */
export function outboxAddress(filter: Record<string, string | undefined>): string {
  const chosen = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return chosen.length > 0 ? `/admin/outbox?${new URLSearchParams(chosen)}` : '/admin/outbox'
}
