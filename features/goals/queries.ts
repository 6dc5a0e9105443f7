import 'server-only'
import { and, asc, eq, gte, isNull, or } from 'drizzle-orm'
import { db } from '@/db/client'
import { forums, goals } from '@/db/schema'
import { keptQuery } from '@/db/statements'
import type { PlainDate } from '@/lib/dates'
import { type Viewer, visible } from '@/policy'

export type Goal = ReturnType<typeof listGoals>[number]

/** What a forum wants to reach, or every forum, today or later, in its own order. One statement. */
export const listGoals = (viewer: Viewer, today: PlainDate, forumId?: string) =>
  goalsOf(db(), viewer, today, forumId).all()

const goalsOf = keptQuery((reader, viewer: Viewer, today: PlainDate, forumId?: string) =>
  reader
    .select({
      id: goals.id,
      title: goals.title,
      validFrom: goals.validFrom,
      validTo: goals.validTo,
      version: goals.version,
      forum: { slug: forums.slug, name: forums.name, mark: forums.mark },
    })
    .from(goals)
    .innerJoin(forums, eq(forums.id, goals.forumId))
    .where(
      and(
        forumId === undefined ? undefined : eq(goals.forumId, forumId),
        or(isNull(goals.validTo), gte(goals.validTo, today)),
        visible.forums(viewer),
      ),
    )
    .orderBy(asc(forums.position), asc(goals.position))
    .prepare(),
)
