import { getTranslations } from 'next-intl/server'
import { Disclosure } from '@/components/ui/disclosure'
import { Tag } from '@/components/ui/tag'
import { formatInstant, type Locale } from '@/lib/format'
import type { listRecipients } from '../queries'

type Props = { recipients: ReturnType<typeof listRecipients>; locale: Locale }

/** Who was sent what, a line for each time it was sent. */
export async function RecipientList({ recipients, locale }: Props) {
  const t = await getTranslations('agenda')
  const batches = Map.groupBy(recipients, ({ sentAt }) => sentAt.toISOString())
  return [...batches].map(([moment, people]) => (
    <Disclosure
      key={moment}
      summary={t('sentTo.batch', { date: formatInstant(new Date(moment), locale), count: people.length })}
      className="text-sm"
    >
      <ul className="space-y-1">
        {people.map(({ id, person, party, edition }) => (
          <li key={id}>
            {person} <span className="text-muted">{party}</span>{' '}
            {edition === 'internal' && <Tag>{t(`send.editions.${edition}`)}</Tag>}
          </li>
        ))}
      </ul>
    </Disclosure>
  ))
}
