import { getTranslations } from 'next-intl/server'
import type { countMail } from '../queries'

/** How many mails wait, are sent, or could not be sent. */
export async function MailState({ mail }: { mail: ReturnType<typeof countMail> }) {
  const t = await getTranslations('agenda.sentTo.mail')
  if (mail.length === 0) return null
  return (
    <p className="mt-2 text-sm text-muted">{mail.map(({ state, count }) => t(state, { count })).join(' ')}</p>
  )
}
