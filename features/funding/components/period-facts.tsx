import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import type { Period } from '@/features/periods/queries'
import type { PlainDate } from '@/lib/dates'
import { formatBasisPoints, formatDate, formatHundredths, formatPeriod, type Locale } from '@/lib/format'
import { daysLeft } from '../rules'

type Props = { period: Period; today: PlainDate; locale: Locale }

/** When, by what source, how it is split, and for how long the team is still paid. */
export async function PeriodFacts({ period, today, locale }: Props) {
  const t = await getTranslations('funding')
  const { shareBasisPoints, activity, coordination, teamEndsOn, teamFteHundredths, teamPeople } = period
  const percent = (basisPoints: number | null) => formatBasisPoints(basisPoints ?? 0, locale)
  const left = teamEndsOn && daysLeft(today, teamEndsOn)
  const date = teamEndsOn && formatDate(teamEndsOn, locale, 'long')
  const team = [
    teamFteHundredths !== null && t('facts.fte', { fte: formatHundredths(teamFteHundredths, locale) }),
    teamPeople !== null && t('facts.people', { count: teamPeople }),
  ].filter((part) => part !== false)
  const facts = [
    {
      term: t('facts.teamEndsOn'),
      description: !date
        ? t('facts.unknown')
        : left
          ? t('facts.left', { days: left, date })
          : t('facts.ended', { date }),
    },
    team.length > 0 && { term: t('facts.team'), description: team.join(', ') },
    { term: t('facts.dates'), description: formatPeriod(period.startsOn, period.endsOn, locale) },
    shareBasisPoints !== null && {
      term: t('facts.share'),
      description: t('facts.shareOf', { share: percent(shareBasisPoints) }),
    },
    (activity !== null || coordination !== null) && {
      term: t('facts.split'),
      description: t('sums.split', {
        activity: percent(activity),
        coordination: percent(coordination),
        sum: percent((activity ?? 0) + (coordination ?? 0)),
      }),
    },
    { term: t('source'), description: period.source },
  ]
  return (
    <Card title={t('facts.title')}>
      <DescriptionList items={facts.filter((fact) => !!fact)} />
    </Card>
  )
}
