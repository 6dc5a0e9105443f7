import type { MailKind } from '@/features/outbox/rules'

/** The mails that go to everybody at once, and can be taken back together as long as they wait. */
export const SENDINGS = [
  'agenda',
  'minutes',
  'save_the_date',
  'meeting_moved',
  'meeting_cancelled',
] as const satisfies readonly MailKind[]
export type Sending = (typeof SENDINGS)[number]

/** After one of these the meeting stands in its reader's calendar. */
export const CALENDAR_MAILS = [
  'agenda',
  'save_the_date',
  'meeting_moved',
] as const satisfies readonly MailKind[]
