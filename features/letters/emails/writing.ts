import { createTranslator } from 'next-intl'
import type { ReactElement } from 'react'
import type { CalendarMail } from '@/features/meetings/calendar/exports'
import type { Mail, Withdrawal } from '@/features/outbox/rules'
import { da } from '@/i18n/da'
import { en } from '@/i18n/en'
import { appUrl } from '@/lib/env'
import type { Locale } from '@/lib/format'
import type { Reader } from '../queries'

/** What a mail says to its reader, before it is rendered; or why there is nothing to say any more. */
export type Draft =
  | { subject: string; replyTo?: string; letter: ReactElement; calendar?: CalendarMail }
  | { withdrawn: Withdrawal }

export type Occasion = { mail: Mail; reader: Reader; locale: Locale; t: Translator; now: Date }

type Translator = ReturnType<typeof translator>

/** A mail is written in the language its reader had when it was put into the outbox. */
export const translator = (locale: Locale) =>
  createTranslator({
    locale,
    messages: locale === 'en' ? (en as unknown as typeof da) : da,
    namespace: 'mail',
    timeZone: 'Europe/Copenhagen',
  })

export const address = (path: string): string => new URL(path, appUrl()).href
