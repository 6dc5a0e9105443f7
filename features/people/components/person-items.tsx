import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { formatDate, type Locale } from '@/lib/format'
import type { PersonDetail } from '../queries/detail'

type Props = { person: PersonDetail; locale: Locale }

/** Open action items that need somebody else: the person is deactivated, or has left the party that owes them. */
export async function PersonItems({ person, locale }: Props) {
  const t = await getTranslations('people.items')
  const gone = person.state === 'deactivated'
  const seatedFor = new Set(person.left.seats.map(({ partyId }) => partyId))
  const items = person.left.items.filter(
    ({ partyId }) => gone || (partyId !== person.partyId && !seatedFor.has(partyId)),
  )
  if (items.length === 0) return null
  return (
    <Card title={t('orphaned')} accent="warn">
      <p className="mb-2 text-sm text-muted">{t(gone ? 'orphanedHint' : 'movedHint')}</p>
      <ItemLinks items={items} locale={locale} />
    </Card>
  )
}

export async function ItemLinks({ items, locale }: { items: PersonDetail['left']['items']; locale: Locale }) {
  const t = await getTranslations('people.items')
  return (
    <ul>
      {items.map(({ id, title, dueOn, party }) => (
        <li key={id} className="border-b border-line py-2 last:border-b-0">
          <Link href={`/action-items/${id}`} prefetch={false} className="text-link underline">
            {title}
          </Link>{' '}
          <span className="text-sm text-muted">
            {t('due', { date: formatDate(dueOn, locale, 'numeric'), party })}
          </span>
        </li>
      ))}
    </ul>
  )
}
