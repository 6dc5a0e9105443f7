import 'server-only'
import { aliasedTable, and, eq, gte, isNull, or } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { areas, forums, people } from '@/db/schema'
import { keptQuery } from '@/db/statements'
import type { PlainDate } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { type Viewer, visible } from '@/policy'

export type Forum = ReturnType<typeof getForum>

/** The forums of today that the viewer looks into, in their own order. */
export const listForums = (viewer: Viewer, today: PlainDate): Forum[] => forumsOf(db(), viewer, today).all()

/** Throws NotFound for what the viewer may not see. */
export function getForum(viewer: Viewer, slug: string) {
  const forum = forumNamed(db(), viewer, slug).get()
  if (!forum) throw new NotFound()
  return forum
}

const convener = aliasedTable(people, 'convener')
const deputy = aliasedTable(people, 'deputy')

const selectForums = (reader: Reader) =>
  reader
    .select({
      id: forums.id,
      slug: forums.slug,
      name: forums.name,
      area: areas.name,
      mark: forums.mark,
      rhythm: forums.rhythm,
      convenerId: forums.convenerId,
      deputyConvenerId: forums.deputyConvenerId,
      convener: convener.name,
      deputy: deputy.name,
    })
    .from(forums)
    .innerJoin(areas, eq(areas.id, forums.areaId))
    .leftJoin(convener, eq(convener.id, forums.convenerId))
    .leftJoin(deputy, eq(deputy.id, forums.deputyConvenerId))

const forumsOf = keptQuery((reader, viewer: Viewer, today: PlainDate) =>
  selectForums(reader)
    .where(and(visible.forums(viewer), or(isNull(forums.validTo), gte(forums.validTo, today))))
    .orderBy(forums.position)
    .prepare(),
)

const forumNamed = keptQuery((reader, viewer: Viewer, slug: string) =>
  selectForums(reader)
    .where(and(eq(forums.slug, slug), visible.forums(viewer)))
    .prepare(),
)
