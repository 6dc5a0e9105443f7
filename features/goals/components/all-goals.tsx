import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { ForumMark } from '@/components/ui/forum-mark'
import type { PlainDate } from '@/lib/dates'
import type { Viewer } from '@/policy'
import { listGoals } from '../queries'

/** What each forum wants to reach; nothing where none has said so. */
export async function AllGoals({ viewer, today }: { viewer: Viewer; today: PlainDate }) {
  const goals = listGoals(viewer, today)
  if (goals.length === 0) return null
  const t = await getTranslations('goals')
  const forums = Map.groupBy(goals, ({ forum }) => forum.slug)
  return (
    <Card title={t('all')}>
      {[...forums].map(([slug, own]) => (
        <section key={slug} className="border-b border-line py-2 last:border-b-0">
          <h3 className="font-semibold">
            <ForumMark mark={own[0]?.forum.mark ?? 'circle'} className="mr-2 size-3.5" />
            <Link href={`/forums/${slug}#goals`} prefetch={false} className="text-link hover:underline">
              {own[0]?.forum.name}
            </Link>
          </h3>
          <ul className="ml-5.5">
            {own.map(({ id, title }) => (
              <li key={id} className="py-0.5">
                {title}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  )
}
