import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ForumMark } from '@/components/ui/forum-mark'
import { formatDate, type Locale } from '@/lib/format'
import type { Forum } from '../queries/forums'

/** A group's next meeting. */
type Next = { id: string; heldOn: string }
type Props = { groups: Forum[]; next: Map<string, Next>; withArea?: boolean; locale: Locale }

/** Working groups and practice networks, each with its next meeting. */
export async function GroupList({ groups, next, withArea = false, locale }: Props) {
  const t = await getTranslations('forums')
  return (
    <ul className="divide-y divide-line">
      {groups.map((group) => {
        const meeting = next.get(group.id)
        return (
          <li key={group.id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
            <div className="min-w-0">
              <p className="wrap-anywhere">
                {withArea && <ForumMark mark={group.mark} className="mr-2" />}
                <Link
                  href={`/forums/${group.slug}`}
                  prefetch={false}
                  className="inline-flex min-h-6 items-center text-link hover:underline"
                >
                  {group.name}
                </Link>
              </p>
              <p className="text-sm text-muted">
                {[t(`kind.${group.kind}`), group.planId && t('groups.forOnePlan'), withArea && group.area]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <p className="text-sm">
              {meeting ? (
                <Link
                  href={`/meetings/${meeting.id}`}
                  prefetch={false}
                  className="inline-flex min-h-6 items-center text-link hover:underline"
                >
                  {t('nextMeeting', { date: formatDate(meeting.heldOn, locale, 'long') })}
                </Link>
              ) : (
                <span className="text-muted">{t('noMeeting')}</span>
              )}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
