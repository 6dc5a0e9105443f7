import clsx from 'clsx'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ForumMark } from '@/components/ui/forum-mark'
import { Tag } from '@/components/ui/tag'
import { Convening } from '@/features/forums/components/convening'
import { Vacancy } from '@/features/forums/components/seat-list'
import { formatTime, type Locale } from '@/lib/format'
import type { ForumState } from '../queries/overview'
import { whenOf } from './when'

type Props = { state: ForumState; now: Date; locale: Locale; level?: 2 | 3; className?: string }

/** A forum as one line of the list of forums. */
export async function ForumRow({ state, now, locale, level = 2, className }: Props) {
  const Name = level === 2 ? 'h2' : 'h3'
  const t = await getTranslations('forums')
  const { forum, next, open, late, departments } = state
  const vacant = departments.reduce((total, department) => total + department.vacant, 0)
  const items = `/action-items?scope=forum&forum=${forum.slug}`
  return (
    <li
      className={clsx(
        'flex flex-wrap items-start justify-between gap-x-8 gap-y-2 border-b border-line py-4 last:border-b-0',
        className,
      )}
    >
      <div>
        <Name className="text-lg font-semibold">
          <ForumMark mark={forum.mark} className="mr-2" />
          <Link href={`/forums/${forum.slug}`} prefetch={false} className="hover:underline">
            {forum.name}
          </Link>
        </Name>
        <Convening forum={forum} />
      </div>
      <div className="text-sm sm:text-right">
        <p>
          {next ? (
            <Link
              href={`/meetings/${next.id}`}
              prefetch={false}
              className="inline-flex min-h-6 items-center text-link hover:underline"
            >
              {t('nextMeeting', {
                date: await whenOf(next.heldOn, formatTime(next.startsAt, locale), now, locale),
              })}
            </Link>
          ) : (
            <span className="text-muted">{t('noMeeting')}</span>
          )}
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 sm:justify-end">
          {vacant > 0 && (
            <Link
              href={`/forums/${forum.slug}#seats`}
              prefetch={false}
              className="inline-flex min-h-6 items-center"
            >
              <Vacancy>{t('vacancies', { count: vacant })}</Vacancy>
            </Link>
          )}
          <Link
            href={items}
            prefetch={false}
            className="inline-flex min-h-6 items-center text-link hover:underline"
          >
            {t('openItems', { count: open })}
          </Link>
          {late > 0 && (
            <Link href={`${items}&late=1`} prefetch={false} className="inline-flex min-h-6 items-center">
              <Tag tone="bad">{t('lateItems', { count: late })}</Tag>
            </Link>
          )}
        </p>
      </div>
    </li>
  )
}
