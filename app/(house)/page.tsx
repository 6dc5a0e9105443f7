import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { requireViewer } from '@/auth/session'
import { DateTime } from '@/components/ui/date-time'
import { PageHeader } from '@/components/ui/page-header'
import { AuditorOverview } from '@/features/overview/components/auditor-overview'
import { CoordinatorOverview } from '@/features/overview/components/coordinator-overview'
import { DepartmentOverview } from '@/features/overview/components/department-overview'
import { OutsiderOverview } from '@/features/overview/components/outsider-overview'
import { overview } from '@/features/overview/queries/overview'
import { greetingAt } from '@/features/overview/rules'
import { localTime, today } from '@/lib/dates'
import { formatDate, formatWeek, type Locale } from '@/lib/format'
import { isOutsider, isTeam, type Viewer } from '@/policy'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('overview'))('title') }
}

export default async function OverviewPage() {
  const viewer = await requireViewer()
  const [t, locale] = await Promise.all([getTranslations('overview'), getLocale()])
  const now = new Date()
  const day = today(now)
  return (
    <>
      <PageHeader
        title={t(`greeting.${greetingAt(localTime(now))}`)}
        aside={
          <DateTime value={day}>
            {formatDate(day, locale, 'day')} · {formatWeek(day, locale)}
          </DateTime>
        }
      />
      <RoleOverview viewer={viewer} now={now} locale={locale} />
    </>
  )
}

/** What each kind of viewer needs first. */
function RoleOverview(props: { viewer: Viewer; now: Date; locale: Locale }) {
  const { viewer, now } = props
  if (isOutsider(viewer)) return <OutsiderOverview {...props} />
  const state = overview(viewer, today(now))
  if (isTeam(viewer)) return <CoordinatorOverview {...props} overview={state} />
  if (viewer.role === 'auditor') return <AuditorOverview {...props} overview={state} />
  return <DepartmentOverview {...props} overview={state} />
}
