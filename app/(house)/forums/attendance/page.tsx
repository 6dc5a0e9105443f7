import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNotFound } from '@/auth/page'
import { requireViewer } from '@/auth/session'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { getForum, listForums } from '@/features/forums/queries/forums'
import { AttendanceFilter } from '@/features/meetings/attendance/figures/components/attendance-filter'
import { ByForum } from '@/features/meetings/attendance/figures/components/by-forum'
import { ByMeeting } from '@/features/meetings/attendance/figures/components/by-meeting'
import { ByPeriod } from '@/features/meetings/attendance/figures/components/by-period'
import { attendanceFiguresInput } from '@/features/meetings/attendance/figures/input'
import { countAttendance, listHeldMeetings } from '@/features/meetings/attendance/figures/queries'
import { firstDay, ofParty } from '@/features/meetings/attendance/figures/rules'
import { localeFrom } from '@/i18n/locale'
import { today } from '@/lib/dates'
import { formatPercent, formatPeriod } from '@/lib/format'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('attendance'))('title') }
}

export default async function AttendancePage({ searchParams }: Props) {
  const viewer = await requireViewer()
  const [t, forumWords] = await Promise.all([getTranslations('attendance'), getTranslations('forums')])
  const locale = localeFrom(await getLocale())
  const day = today(new Date())
  const { by, forum: slug, department, ...asked } = attendanceFiguresInput.parse(await searchParams)
  const to = asked.to ?? day
  const from = asked.from ?? firstDay(by, to)
  const forum = slug ? orNotFound(() => getForum(viewer, slug)) : null
  const cut = { from, to, ...(forum && { forumId: forum.id }) }
  const everybody = orNotFound(() => countAttendance(viewer, cut))
  const figures = department ? ofParty(everybody, department) : everybody
  const { came, invited } = figures.total
  const counted = new Set(figures.rows.map(({ meetingId }) => meetingId))
  const [only] = department ? figures.departments : []
  const rowsAt = (filter: Record<string, string>) => {
    const kept = { ...(slug && { forum: slug }), ...(department && { department }) }
    return `/forums/attendance?${new URLSearchParams({ by: 'meeting', from, to, ...kept, ...filter })}#rows`
  }
  return (
    <>
      <PageHeader
        title={forum ? t('titleOf', { name: forum.shortName }) : t('title')}
        crumbs={[
          { label: forumWords('title'), href: '/forums' },
          ...(forum ? [{ label: forum.shortName, href: `/forums/${forum.slug}` }] : []),
          { label: t('title') },
        ]}
      >
        <p className="mt-1 text-muted">{formatPeriod(from, to, locale)}</p>
      </PageHeader>
      <AttendanceFilter
        asked={{ by, from, to, forum: slug, department }}
        forums={listForums(viewer, day).map((one) => ({ value: one.slug, label: one.shortName }))}
        departments={everybody.departments.map(({ id, shortName }) => ({ value: id, label: shortName }))}
      />
      {invited === 0 ? (
        <Empty>{t('none')}</Empty>
      ) : (
        <div className="space-y-6">
          <p className="max-w-[70ch] text-lg">
            {t('sentence', {
              who: only?.shortName ?? t('departments'),
              came: String(came),
              invited: String(invited),
              percent: formatPercent(came / invited, locale),
              meetings: counted.size,
            })}
          </p>
          {by === 'meeting' ? (
            <ByMeeting
              figures={figures}
              meetings={listHeldMeetings(viewer, cut).filter(({ id }) => forum !== null || counted.has(id))}
              alone={only !== undefined}
              locale={locale}
            />
          ) : (
            <>
              <ByForum figures={figures} rowsAt={rowsAt} locale={locale} />
              <ByPeriod by={by} from={from} to={to} figures={figures} rowsAt={rowsAt} locale={locale} />
            </>
          )}
        </div>
      )}
      <p className="mt-6 max-w-[75ch] text-sm text-muted">{t('definition')}</p>
    </>
  )
}
