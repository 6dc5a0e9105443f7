import clsx from 'clsx'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { Tag } from '@/components/ui/tag'
import { TextArea } from '@/components/ui/text-area'
import { formatInstant, type Locale } from '@/lib/format'
import type { EnquiryDetail, Message } from '../queries/detail'
import { sayAction } from '../server-actions'

type Props = { enquiry: EnquiryDetail; locale: Locale }

/** What the asker and the municipality said to each other. */
export async function Conversation({ enquiry, locale }: Props) {
  const t = await getTranslations('enquiries')
  const said = enquiry.messages.filter(({ kind }) => kind !== 'internal')
  if (said.length === 0) return null
  return (
    <section>
      <h2 className="mb-3 text-sm font-semibold text-muted">{t('talk.title')}</h2>
      <ol className="space-y-4">
        {said.map(({ id, kind, text, writtenAt, person, party }) => (
          <li
            key={id}
            className={clsx(
              'rounded-card border bg-surface px-4 py-3 sm:px-6',
              kind === 'answered' ? 'border-l-4 border-line border-l-ok' : 'border-line',
            )}
          >
            <p className="text-sm text-muted">
              {kind !== 'internal' && t(`talk.${kind}`, { person, party })} ·{' '}
              {formatInstant(writtenAt, locale)}
            </p>
            <p className="mt-1 whitespace-pre-line wrap-anywhere">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What the municipality says among itself: another place, another colour, another button than the answer. */
export async function InternalTalk({ enquiry, locale }: Props) {
  const t = await getTranslations('enquiries.internal')
  const said = enquiry.messages.filter(({ kind }) => kind === 'internal')
  return (
    <Card accent="warn" title={t('title')} action={<Tag tone="warn">{t('only')}</Tag>}>
      <p className="max-w-[65ch] text-sm text-muted">{t('lead')}</p>
      <ol>
        {said.map((message) => (
          <InternalWord key={message.id} message={message} locale={locale} />
        ))}
      </ol>
      <Disclosure summary={t('add')} className="no-print mt-2">
        <ActionForm
          id="internal"
          action={sayAction}
          hidden={{ id: enquiry.id, kind: 'internal' }}
          submit={t('send')}
          submitVariant="secondary"
        >
          <TextArea name="text" label={t('text')} rows={3} />
        </ActionForm>
      </Disclosure>
    </Card>
  )
}

async function InternalWord({ message, locale }: { message: Message; locale: Locale }) {
  const t = await getTranslations('enquiries.internal')
  const { person, party, text, writtenAt } = message
  return (
    <li className="border-b border-line py-2.5 last:border-b-0">
      <p className="text-sm text-muted">
        {t('by', { person, party })} · {formatInstant(writtenAt, locale)}
      </p>
      <p className="whitespace-pre-line wrap-anywhere">{text}</p>
    </li>
  )
}
