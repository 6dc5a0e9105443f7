import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { DescriptionList } from '@/components/ui/description-list'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { listAbsences } from '@/features/absences/queries'
import type { PlainDate } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import { isOutsider, type Viewer } from '@/policy'
import type { ActionItemDetail } from '../queries/detail'
import { daysLate } from '../rules'
import { AwayWhenDue } from './away-when-due'
import { ResponsibleGone } from './responsible-gone'
import { addressOfSource, sourceText } from './source'

type Props = { item: ActionItemDetail; viewer: Viewer; today: PlainDate; locale: Locale }

export async function Facts({ item, viewer, today, locale }: Props) {
  const t = await getTranslations('actionItems')
  const full = (date: PlainDate) => formatDate(date, locale, 'full')
  const late = daysLate(item, today)
  const earlier = earlierDueDates(item)
  const moves = (item.story ?? []).filter(
    ({ dueBefore, dueAfter, step }) => step === 'date_moved' && dueBefore !== dueAfter,
  ).length
  const source = await sourceText(item, locale)
  const sourceAddress = addressOfSource(item)
  const absences = listAbsences(viewer, [item.responsiblePersonId], today)
  const away = absences.find(({ fromDay }) => fromDay <= today)
  const facts = [
    {
      term: t('fact.responsible'),
      description: (
        <>
          {item.person}, {item.party.name}
          <ResponsibleGone item={item} />
          {!away && (
            <span className="block text-sm">
              <AwayWhenDue item={item} absences={absences} locale={locale} />
            </span>
          )}
          {away && (
            <span className="block text-sm text-muted">
              {t('fact.away', { date: formatDate(away.toDay, locale, 'long'), deputy: away.deputy })}
            </span>
          )}
        </>
      ),
    },
    {
      term: t('fact.due'),
      description: (
        <>
          {full(item.dueOn)}
          {moves > 0 && <span className="text-sm text-muted"> · {t('fact.moved', { count: moves })}</span>}
          {late > 0 && <span className="text-bad"> · {t('due.daysLate', { days: late })}</span>}
          {earlier.map((date) => (
            <del key={date} className="block text-sm text-muted">
              <VisuallyHidden>{t('fact.earlierDue')} </VisuallyHidden>
              {full(date)}
            </del>
          ))}
        </>
      ),
    },
    item.askedDueOn && { term: t('fact.askedDue'), description: full(item.askedDueOn) },
    {
      term: t('fact.source'),
      description: (
        <span className="inline-block first-letter:uppercase">
          {sourceAddress ? (
            <Link href={sourceAddress} prefetch={false} className="text-link hover:underline">
              {source}
            </Link>
          ) : (
            source
          )}
        </span>
      ),
    },
    { term: t('fact.issuer'), description: item.issuer },
    !isOutsider(viewer) && {
      term: t('fact.visibility'),
      description: `${t(`visibility.${item.visibility}`)}. ${t(`visibilityHint.${item.visibility}`)}`,
    },
  ]
  return <DescriptionList items={facts.filter((fact) => !!fact)} />
}

/** Dates that were moved away from, latest first; an old date stays to be seen. */
function earlierDueDates({ story, dueOn }: ActionItemDetail): PlainDate[] {
  const moved = (story ?? []).flatMap(({ dueBefore, step }) =>
    dueBefore && (step === 'date_moved' || step === 'reassigned') ? [dueBefore] : [],
  )
  return [...new Set(moved)].filter((date) => date !== dueOn).reverse()
}
