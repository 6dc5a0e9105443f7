import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { DescriptionList } from '@/components/ui/description-list'
import { formatDate, formatInstant, formatNumber, type Locale } from '@/lib/format'
import type { ListedMail } from '../queries'
import { MailStateTag, ProblemSentence } from './words'

/** All that is known of a mail. */
export async function MailFacts({ mail, locale }: { mail: ListedMail; locale: Locale }) {
  const t = await getTranslations('outbox.detail')
  const moment = (term: string, at: Date | null) => at && { term, description: formatInstant(at, locale) }
  const items = [
    { term: t('state'), description: <MailStateTag state={mail.state} /> },
    mail.problem && { term: t('problem'), description: <ProblemSentence problem={mail.problem} /> },
    { term: t('recipient'), description: `${mail.recipient.name}, ${mail.recipient.party}` },
    mail.meeting && {
      term: t('about'),
      description: (
        <Link href={`/meetings/${mail.meeting.id}`} className="text-link hover:underline">
          {mail.forum}, {formatDate(mail.meeting.heldOn, locale, 'long')}
        </Link>
      ),
    },
    moment(t('written'), mail.createdAt),
    mail.state === 'waiting' && moment(t('notBefore'), mail.notBefore),
    { term: t('attempts'), description: formatNumber(mail.attempts, locale) },
    moment(t('last'), mail.claimedAt),
    moment(t('settled'), mail.settledAt),
  ]
  return <DescriptionList items={items.filter((item) => typeof item === 'object' && item !== null)} />
}
