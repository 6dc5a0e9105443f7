import 'server-only'
import { aliasedTable, and, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { areas, forums, people } from '@/db/schema'
import { keptQuery } from '@/db/statements'
import type { PlainDate } from '@/lib/dates'
import { NotFound } from '@/lib/errors'
import { type Viewer, visible } from '@/policy'
import { shortName } from './short-name'

export type Forum = ReturnType<typeof getForum>

/** The forums of today that the viewer looks into, in their own order; what stands under them is not counted among them. */
export const listForums = (viewer: Viewer, today: PlainDate): Forum[] =>
  listForumsAndGroups(viewer, today).filter(({ kind }) => kind === 'forum')

/** The working groups and practice networks of today that the viewer looks into, of one forum or of all. */
export const listGroups = (viewer: Viewer, today: PlainDate, parentId?: string): Forum[] =>
  listForumsAndGroups(viewer, today).filter(
    (group) => group.kind !== 'forum' && (parentId === undefined || group.parentId === parentId),
  )

/** Everything that meets: each forum, and under it its groups. */
export const listForumsAndGroups = (viewer: Viewer, today: PlainDate): Forum[] =>
  forumsOf(db(), viewer, today).all()

/** Throws NotFound for what the viewer may not see. */
export function getForum(viewer: Viewer, slug: string) {
  const forum = forumNamed(db(), viewer, slug).get()
  if (!forum) throw new NotFound()
  return forum
}

const convener = aliasedTable(people, 'convener')
const deputy = aliasedTable(people, 'deputy')
// `aliasedTable` gives it the type of the table it is joined to.
const parent = alias(forums, 'parent')

const selectForums = (reader: Reader) =>
  reader
    .select({
      id: forums.id,
      slug: forums.slug,
      name: forums.name,
      shortName,
      kind: forums.kind,
      areaId: forums.areaId,
      area: areas.name,
      parentId: forums.parentId,
      planId: forums.planId,
      parentSlug: parent.slug,
      mark: forums.mark,
      rhythm: forums.rhythm,
      convenerId: forums.convenerId,
      deputyConvenerId: forums.deputyConvenerId,
      convener: convener.name,
      deputy: deputy.name,
    })
    .from(forums)
    .innerJoin(areas, eq(areas.id, forums.areaId))
    .leftJoin(parent, eq(parent.id, forums.parentId))
    .leftJoin(convener, eq(convener.id, forums.convenerId))
    .leftJoin(deputy, eq(deputy.id, forums.deputyConvenerId))

const forumsOf = keptQuery((reader, viewer: Viewer, today: PlainDate) =>
  selectForums(reader)
    .where(and(visible.forums(viewer), or(isNull(forums.validTo), gte(forums.validTo, today))))
    .orderBy(
      sql`coalesce(${parent.position}, ${forums.position})`,
      sql`${forums.kind} <> 'forum'`,
      forums.name,
    )
    .prepare(),
)

const forumNamed = keptQuery((reader, viewer: Viewer, slug: string) =>
  selectForums(reader)
    .where(and(eq(forums.slug, slug), visible.forums(viewer)))
    .prepare(),
)
