import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { MoreLink } from '@/components/ui/more-link'
import type { PlainDate } from '@/lib/dates'
import { can, type Viewer } from '@/policy'
import type { Forum } from '../queries/forums'
import { listSeats } from '../queries/seats'
import { SeatList } from './seat-list'

/** Who sits in the forum, and the way to how often they came. */
export async function ForumSeats({
  forum,
  viewer,
  today,
}: {
  forum: Forum
  viewer: Viewer
  today: PlainDate
}) {
  const [t, attendance] = [await getTranslations('forums.seats'), await getTranslations('attendance')]
  const change = can.administer(viewer) && (
    <Link
      href={`/admin/seats?forum=${forum.slug}`}
      prefetch={false}
      className="no-print inline-flex min-h-6 items-center text-sm text-link hover:underline"
    >
      {t('change')}
    </Link>
  )
  return (
    <section id="seats">
      <Card title={t('title')} action={change}>
        <SeatList parties={listSeats(viewer, forum.id, today)} />
        {forum.kind === 'forum' && can.seeAccounts(viewer) && (
          <MoreLink href={`/forums/attendance?forum=${forum.slug}`} noPrint>
            {attendance('title')}
          </MoreLink>
        )}
      </Card>
    </section>
  )
}
