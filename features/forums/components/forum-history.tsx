import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { MoreLink } from '@/components/ui/more-link'
import type { Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import type { Forum } from '../queries/forums'
import { listReplacedGroups } from '../queries/record'
import { ReplacedGroups } from './replaced-groups'

/** What met before the forum did; nothing where nothing was replaced. */
export async function ForumHistory({
  forum,
  viewer,
  locale,
}: {
  forum: Forum
  viewer: Viewer
  locale: Locale
}) {
  const groups = listReplacedGroups(viewer, forum.id)
  if (groups.length === 0) return null
  const [t, succession] = [await getTranslations('forums.history'), await getTranslations('succession')]
  return (
    <Card title={t('title')}>
      <ReplacedGroups groups={groups} locale={locale} />
      {can.readSuccession(viewer) && (
        <MoreLink href={`/forums/succession?forum=${forum.slug}#groups`}>
          {succession('linkOf', { count: groups.length })}
        </MoreLink>
      )}
    </Card>
  )
}
