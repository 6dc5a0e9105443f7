import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import { ActionItemRow } from '@/features/action-items/components/action-item-row'
import type { ListedActionItem } from '@/features/action-items/queries/row'
import { daysLate } from '@/features/action-items/rules'
import type { PlainDate } from '@/lib/dates'
import type { Locale } from '@/lib/format'

type Props = {
  items: ListedActionItem[]
  party: { name: string; open: number }
  today: PlainDate
  locale: Locale
}

const SHOWN = 6

/** One's own open action items, those past their date first, and how many one's party has. */
export async function OwnItemsCard({ items, party, today, locale }: Props) {
  const t = await getTranslations('overview.mine')
  const late = items.filter((item) => daysLate(item, today) > 0).length
  return (
    <Card
      title={t('title')}
      action={
        late > 0 && (
          <Link href="/action-items?late=1" prefetch={false} className="inline-flex min-h-6 items-center">
            <Tag tone="bad">{t('late', { count: String(late) })}</Tag>
          </Link>
        )
      }
    >
      {items.length === 0 && <p className="text-muted">{t('none')}</p>}
      <ul>
        {items.slice(0, SHOWN).map((item) => (
          <ActionItemRow key={item.id} item={item} today={today} locale={locale} />
        ))}
      </ul>
      <p className="mt-3 flex flex-wrap gap-x-6 text-sm">
        <Link
          href="/action-items"
          prefetch={false}
          className="inline-flex min-h-6 items-center text-link hover:underline"
        >
          {t('all')}
        </Link>
        <Link
          href="/action-items?scope=party"
          prefetch={false}
          className="inline-flex min-h-6 items-center text-link hover:underline"
        >
          {t('ofParty', { party: party.name, count: party.open })}
        </Link>
      </p>
    </Card>
  )
}
