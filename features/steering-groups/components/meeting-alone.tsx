import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Banner } from '@/components/ui/banner'
import type { PlainDate } from '@/lib/dates'
import type { Viewer } from '@/policy'
import { listMeetingAlone } from '../queries/alone'

type Props = {
  viewer: Viewer
  today: PlainDate
  of?: { planId?: string; groupId?: string }
}

/** The flag on a plan that has a recurring municipal meeting of its own again (S36); nothing where there is none. */
export async function MeetingAlone({ viewer, today, of }: Props) {
  const alone = listMeetingAlone(viewer, today, of)
  if (alone.length === 0) return null
  const t = await getTranslations('succession.alone')
  return (
    <Banner tone="warn" title={t('title')} role="note">
      <ul className="mt-1">
        {alone.map(({ id, slug, name, planId, plan, days }) => (
          <li key={id}>
            {t.rich('row', {
              plan: () => (
                <Link href={`/plans/${planId}`} prefetch={false} className="text-link underline">
                  {plan}
                </Link>
              ),
              group: () => (
                <Link href={`/forums/${slug}`} prefetch={false} className="text-link underline">
                  {name}
                </Link>
              ),
            })}{' '}
            <span className="text-sm">({t('meets', { count: days.length })})</span>
          </li>
        ))}
      </ul>
      <p className="mt-1 max-w-[75ch] text-sm">{t('why')}</p>
    </Banner>
  )
}
