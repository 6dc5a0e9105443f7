import { AllGoals } from '@/features/goals/components/all-goals'
import { ThemeCard } from '@/features/initiatives/components/theme-card'
import { OpenOverlaps } from '@/features/initiatives/overlaps/components/open-overlaps'
import { EndingPlans } from '@/features/plans/components/ending-plans'
import { WatchedRisks } from '@/features/risks/components/watched-risks'
import type { PlainDate } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import type { Viewer } from '@/policy'

type Props = { viewer: Viewer; today: PlainDate; locale: Locale }

/** What is going on beside the meetings, across the forums: each of them nothing where there is nothing to tell. */
export function Development({ viewer, today, locale }: Props) {
  return (
    <>
      <ThemeCard viewer={viewer} locale={locale} />
      <OpenOverlaps viewer={viewer} locale={locale} />
      <EndingPlans viewer={viewer} today={today} locale={locale} />
      <AllGoals viewer={viewer} today={today} />
      <WatchedRisks viewer={viewer} />
    </>
  )
}
