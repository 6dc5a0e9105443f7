import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Tag } from '@/components/ui/tag'
import type { PlainDate } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import type { ListedActionItem } from '../queries/row'
import { isPressing } from '../rules'
import { DueDate } from './due-date'
import { ResponsibleGone } from './responsible-gone'

type Props = { item: ListedActionItem; today: PlainDate; locale: Locale }

/** One line about an action item, for the pages of a forum or a meeting. Stands in a `<ul>`. */
export async function ActionItemRow({ item, today, locale }: Props) {
  const t = await getTranslations('actionItems')
  return (
    <li className="flex items-start justify-between gap-4 border-b border-line py-2.5 last:border-b-0">
      <div className="min-w-0">
        <Link href={`/action-items/${item.id}`} prefetch={false} className="hover:underline">
          {item.title}
        </Link>
        <p className="text-sm text-muted">
          {item.party.name} · {item.person}
          <ResponsibleGone item={item} />
        </p>
      </div>
      <div className="flex flex-none items-start gap-3 text-right">
        {item.visibility === 'internal' && <Tag>{t('row.internal')}</Tag>}
        {item.state !== 'open' && (
          <Tag tone={item.state === 'closed' ? 'ok' : 'plain'}>{t(`state.${item.state}`)}</Tag>
        )}
        {isPressing(item.state) && <DueDate item={item} today={today} locale={locale} />}
      </div>
    </li>
  )
}
