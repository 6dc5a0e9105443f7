import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { MoreLink } from '@/components/ui/more-link'
import type { PlainDate } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import { listActionItems } from '../queries/list'
import { daysLate, isOpen } from '../rules'
import { ActionItemRow } from './action-item-row'

const SHOWN = 10

type Props = { forum: { slug: string }; viewer: Viewer; today: PlainDate; locale: Locale }

/** The open action items of a forum, the latest first. */
export async function ForumItems({ forum, viewer, today, locale }: Props) {
  const t = await getTranslations('forums')
  const open = listActionItems(viewer, { scope: 'forum', forum: forum.slug }, today)
    .filter(({ state }) => isOpen(state))
    .sort((a, b) => daysLate(b, today) - daysLate(a, today))
  const late = open.filter((item) => daysLate(item, today) > 0).length
  const all = `/action-items?scope=forum&forum=${forum.slug}`
  const counts = (
    <span className="text-sm">
      <Link href={all} prefetch={false} className="text-link hover:underline">
        {t('openItems', { count: open.length })}
      </Link>
      {late > 0 && (
        <Link href={`${all}&late=1`} prefetch={false} className="ml-3 text-bad hover:underline">
          {t('lateItems', { count: late })}
        </Link>
      )}
    </span>
  )
  return (
    <Card title={t('items.title')} action={counts}>
      {open.length === 0 && <p className="text-muted">{t('items.none')}</p>}
      <ul>
        {open.slice(0, SHOWN).map((item) => (
          <ActionItemRow key={item.id} item={item} today={today} locale={locale} />
        ))}
      </ul>
      {open.length > SHOWN && (
        <MoreLink href={all}>{t('items.all', { count: String(open.length) })}</MoreLink>
      )}
    </Card>
  )
}
