/** Every kind of mail we send; each has its template in `emails/`. */
export const MAIL_KINDS = ['agenda', 'minutes', 'sign_in', 'invitation'] as const
export type MailKind = (typeof MAIL_KINDS)[number]

/** For so long the sending of a thing to many can be taken back (design § 7.9). */
export const GRACE_MINUTES: Record<MailKind, number> = { agenda: 10, minutes: 10, sign_in: 0, invitation: 0 }
