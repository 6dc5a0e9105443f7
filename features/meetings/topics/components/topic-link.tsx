import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { AgendaEntry } from '../../agenda/queries'

/** The way to a topic's history, where there is one: it came back, or always stands there. */
export async function TopicLink({ item }: { item: AgendaEntry }) {
  if (!item.carriedBecause && !item.standing) return null
  const t = await getTranslations('topics')
  return (
    <Link
      href={`/meetings/topics/${item.topicId}`}
      prefetch={false}
      className="no-print inline-flex min-h-6 items-center text-sm text-link hover:underline"
    >
      {t('see')}
    </Link>
  )
}
