import type { ReactElement } from 'react'
import type { CalendarMail } from '@/features/meetings/calendar/exports'
import type { Mail, Withdrawal } from '@/features/outbox/rules'
import { translator } from '@/i18n/translator'
import { appUrl } from '@/lib/env'
import type { Locale } from '@/lib/format'
import type { Reader } from '../queries'

/** What a mail says to its reader, before it is rendered; or why there is nothing to say any more. */
export type Draft =
  | { subject: string; replyTo?: string; letter: ReactElement; calendar?: CalendarMail }
  | { withdrawn: Withdrawal }

export type Occasion = {
  mail: Mail
  reader: Reader
  locale: Locale
  t: ReturnType<typeof mailTranslator>
  now: Date
}

/** A mail is written in the language its reader had when it was put into the outbox. */
export const mailTranslator = (locale: Locale) => translator(locale, 'mail')

export const address = (path: string): string => new URL(path, appUrl()).href
