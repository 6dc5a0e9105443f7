import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { DateTime } from '@/components/ui/date-time'
import { Table, Td, Th } from '@/components/ui/table'
import { formatDate, formatInstant, type Locale } from '@/lib/format'
import type { ListedMail } from '../queries'
import { KindOfMail, MailStateTag, ProblemSentence } from './words'

export async function MailsTable({ mails, locale }: { mails: ListedMail[]; locale: Locale }) {
  const t = await getTranslations('outbox')
  return (
    <Table label={t('title')} className="rounded-card border border-line bg-surface px-5 py-2 text-sm">
      <thead>
        <tr>
          <Th>{t('columns.mail')}</Th>
          <Th>{t('columns.recipient')}</Th>
          <Th>{t('columns.state')}</Th>
          <Th>{t('columns.written')}</Th>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <tr key={mail.id}>
            <Th scope="row">
              <Link href={`/admin/outbox/${mail.id}`} prefetch={false} className="text-link hover:underline">
                <KindOfMail kind={mail.kind} />
              </Link>
              {mail.meeting && (
                <Link
                  href={`/meetings/${mail.meeting.id}`}
                  prefetch={false}
                  className="block text-muted hover:underline"
                >
                  {mail.forum}, {formatDate(mail.meeting.heldOn, locale, 'numeric')}
                </Link>
              )}
            </Th>
            <Td>
              {mail.recipient.name} <span className="text-muted">{mail.recipient.party}</span>
            </Td>
            <Td>
              <MailStateTag state={mail.state} /> <When mail={mail} locale={locale} />
              <span className="block max-w-[50ch]">
                <ProblemSentence problem={mail.problem} />
              </span>
            </Td>
            <Td className="whitespace-nowrap">
              <DateTime value={mail.createdAt.toISOString()}>
                {formatInstant(mail.createdAt, locale)}
              </DateTime>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

async function When({ mail, locale }: { mail: ListedMail; locale: Locale }) {
  const t = await getTranslations('outbox.row')
  const date = formatInstant(mail.settledAt ?? mail.notBefore, locale)
  if (mail.state === 'sending') return null
  const key = mail.state !== 'waiting' ? 'settled' : mail.attempts > 0 ? 'next' : 'until'
  return (
    <span className="text-muted">
      {t(key, { date })}
      {mail.attempts > 1 && ` · ${t('attempts', { count: mail.attempts })}`}
    </span>
  )
}
