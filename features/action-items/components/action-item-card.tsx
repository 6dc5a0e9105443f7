import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import type { Absence } from '@/features/absences/queries'
import type { PlainDate } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import type { ListedActionItem } from '../queries/row'
import { isOwn, isPossible, mayTake } from '../rules'
import { stepHref } from './addresses'
import { AwayWhenDue } from './away-when-due'
import { CardFrame, CardWays } from './card-frame'
import { ResponsibleGone } from './responsible-gone'

type Props = {
  item: ListedActionItem
  viewer: Viewer
  today: PlainDate
  locale: Locale
  /** The page's one primary button. */
  first?: boolean
  /** Said where the list holds other people's items too. */
  showPerson?: boolean
  /** The address of the list it stands in. */
  list?: string
  /** Of those who have the items shown. */
  absences?: Absence[]
}

/** An action item in a list, with what the one who has it can do about it. */
export async function ActionItemCard({
  item,
  viewer,
  today,
  locale,
  first,
  showPerson,
  list,
  absences,
}: Props) {
  const t = await getTranslations('actionItems')
  const may = (step: 'reported_done' | 'date_asked' | 'refused') =>
    isOwn(viewer, item) && mayTake(step, viewer, item) && isPossible(step, item.state)
  const about = (
    <>
      {showPerson && ` · ${item.person}, ${item.party.name}`}
      {item.waitingOn && ` · ${waiting(item.waitingOn, item.waitingUntil)}`}
      {item.askedDueOn && ` · ${t('due.asked', { date: formatDate(item.askedDueOn, locale, 'dayMonth') })}`}
      {showPerson && <ResponsibleGone item={item} />}
      {showPerson && <AwayWhenDue item={item} absences={absences} locale={locale} />}
    </>
  )
  return (
    <CardFrame item={item} today={today} locale={locale} list={list} about={about}>
      {may('reported_done') && (
        <CardWays>
          <ButtonLink
            href={stepHref(item.id, 'reported_done', list)}
            variant={first ? 'primary' : 'secondary'}
            size="small"
          >
            {t('action.reported_done')}
          </ButtonLink>
          {may('date_asked') && (
            <ButtonLink href={stepHref(item.id, 'date_asked', list)} variant="quiet" size="small">
              {t('action.date_asked')}
            </ButtonLink>
          )}
          {may('refused') && (
            <ButtonLink href={stepHref(item.id, 'refused', list)} variant="quiet" size="small">
              {t('action.refused')}
            </ButtonLink>
          )}
        </CardWays>
      )}
    </CardFrame>
  )

  function waiting(whom: string, until: PlainDate | null): string {
    if (!until) return t('row.waiting', { whom })
    return t('row.waitingUntil', { whom, date: formatDate(until, locale, 'dayMonth') })
  }
}
