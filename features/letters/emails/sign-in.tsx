import { issueSignInSecrets } from '@/features/sign-in/commands/mail-secrets'
import { localTime } from '@/lib/dates'
import { formatTime } from '@/lib/format'
import { Action, Code, Letter, Sentence } from './layout'
import type { Draft, Occasion } from './writing'

/** The link and the code are made now, so that they rest nowhere before; a request that is over gets none. */
export function signInEmail({ mail, reader, locale, t, now }: Occasion): Draft {
  const secrets = issueSignInSecrets(mail.payload.requestId ?? '', now)
  if (!secrets) return { withdrawn: 'expired' }
  return {
    subject: t('signIn.subject'),
    letter: (
      <Letter locale={locale} why={[t('signIn.why'), t('sender')]}>
        <Sentence>{t('greeting', { name: reader.viewer.name })}</Sentence>
        <Sentence>{t('signIn.lead', { time: formatTime(localTime(secrets.expiresAt), locale) })}</Sentence>
        <Action href={secrets.link}>{t('signIn.press')}</Action>
        <Sentence>{t('signIn.code')}</Sentence>
        <Code>{secrets.code}</Code>
      </Letter>
    ),
  }
}
