import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import type { PlainDate } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import type { ListedActionItem } from '../queries/row'
import { isOwn, isPossible, mayTake } from '../rules'
import { stepHref } from './addresses'
import { DueDate } from './due-date'
import { ResponsibleGone } from './responsible-gone'
import { Source } from './source'

type Props = {
  item: ListedActionItem
  viewer: Viewer
  today: PlainDate
  locale: Locale
  /** The page's one primary button. */
  first?: boolean
  /** Said where the list holds other people's items too. */
  showPerson?: boolean
}

/** An action item in a list, with what the one who has it can do about it. */
export async function ActionItemCard({ item, viewer, today, locale, first, showPerson }: Props) {
  const t = await getTranslations('actionItems')
  const may = (step: 'reported_done' | 'date_asked' | 'refused') =>
    isOwn(viewer, item) && mayTake(step, viewer, item) && isPossible(step, item.state)
  return (
    <li className="flex items-start justify-between gap-x-6 gap-y-1 border-b border-line px-4 py-4 last:border-b-0 sm:px-6">
      <div className="min-w-0">
        <Link
          href={`/action-items/${item.id}`}
          prefetch={false}
          className="text-[17px] leading-6 font-semibold hover:underline"
        >
          {item.title}
        </Link>
        <p className="text-sm text-muted">
          <Source item={item} locale={locale} />
          {showPerson && ` · ${item.person}, ${item.party.name}`}
          {item.waitingOn && ` · ${waiting(item.waitingOn, item.waitingUntil)}`}
          {item.askedDueOn &&
            ` · ${t('due.asked', { date: formatDate(item.askedDueOn, locale, 'dayMonth') })}`}
          {showPerson && <ResponsibleGone item={item} />}
        </p>
        {may('reported_done') && (
          <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-1">
            <ButtonLink
              href={stepHref(item.id, 'reported_done')}
              variant={first ? 'primary' : 'secondary'}
              size="small"
            >
              {t('action.reported_done')}
            </ButtonLink>
            {may('date_asked') && (
              <ButtonLink href={stepHref(item.id, 'date_asked')} variant="quiet" size="small">
                {t('action.date_asked')}
              </ButtonLink>
            )}
            {may('refused') && (
              <ButtonLink href={stepHref(item.id, 'refused')} variant="quiet" size="small">
                {t('action.refused')}
              </ButtonLink>
            )}
          </div>
        )}
      </div>
      <DueDate item={item} today={today} locale={locale} className="flex-none text-right" />
    </li>
  )

  function waiting(whom: string, until: PlainDate | null): string {
    if (!until) return t('row.waiting', { whom })
    return t('row.waitingUntil', { whom, date: formatDate(until, locale, 'dayMonth') })
  }
}
