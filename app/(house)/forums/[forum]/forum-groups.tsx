import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { GroupList } from '@/features/forums/components/group-list'
import { NewGroup } from '@/features/forums/components/new-group'
import { listConveners } from '@/features/forums/queries/administration'
import { type Forum, listGroups } from '@/features/forums/queries/forums'
import { listNextMeetings } from '@/features/overview/queries/coming'
import { listPlans } from '@/features/plans/queries'
import type { PlainDate } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'

type Props = { forum: Forum; viewer: Viewer; today: PlainDate; locale: Locale; adding: boolean }

/** The working groups and practice networks under the forum; nothing where there are none and the viewer makes none. */
export async function ForumGroups({ forum, viewer, today, locale, adding }: Props) {
  const groups = listGroups(viewer, today, forum.id)
  const administers = can.administer(viewer)
  if (groups.length === 0 && !administers) return null
  const t = await getTranslations('forums.groups')
  const next = groups.length > 0 ? listNextMeetings(viewer, today) : []
  return (
    <Card title={<span id="groups">{t('title')}</span>}>
      {groups.length === 0 && <p className="text-muted">{t('none')}</p>}
      <GroupList groups={groups} next={new Map(next.map((one) => [one.forumId, one]))} locale={locale} />
      {administers && <NewGroup forum={forum} choices={adding && choicesFor(viewer, forum)} />}
    </Card>
  )
}

const choicesFor = (viewer: Viewer, { areaId }: Forum) => ({
  conveners: listConveners(viewer).map(({ id, name }) => ({ value: id, label: name })),
  plans: listPlans(viewer)
    .filter((plan) => plan.areaId === areaId)
    .map(({ id, name }) => ({ value: id, label: name })),
})
