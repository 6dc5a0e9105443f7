import 'server-only'
import { and, asc, desc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { areas, forumHourRules, forums } from '@/db/schema'
import { shortName } from '@/features/forums/queries/short-name'
import type { PlainDate } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { can, type Viewer, visible } from '@/policy'
import { ruleOn } from '../rules'

export type ForumRule = ReturnType<typeof listForumRules>[number]

/**
 * How the meetings of each forum are divided between its plans: by what rule on the day, and every rule that was or will
 * be, the newest first. Groups follow their forum. Throws NotFound. Two statements.
 */
export function listForumRules(viewer: Viewer, day: PlainDate, areaId?: string) {
  if (!can.readHours(viewer)) throw new NotFound()
  const rules = Map.groupBy(
    db().select().from(forumHourRules).orderBy(desc(forumHourRules.fromOn)).all(),
    ({ forumId }) => forumId,
  )
  return db()
    .select({ id: forums.id, slug: forums.slug, shortName, mark: forums.mark })
    .from(forums)
    .innerJoin(areas, eq(areas.id, forums.areaId))
    .where(
      and(
        eq(forums.kind, 'forum'),
        areaId === undefined ? undefined : eq(forums.areaId, areaId),
        visible.hourRules(viewer),
      ),
    )
    .orderBy(asc(forums.position))
    .all()
    .map((forum) => {
      const history = rules.get(forum.id) ?? []
      return { ...forum, rule: ruleOn(history, day), history }
    })
}
