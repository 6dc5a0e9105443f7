import 'server-only'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { forums, parties, people, risks } from '@/db/schema'
import { keptQuery } from '@/db/statements'
import { can, type Viewer, visible } from '@/policy'

export type Risk = ReturnType<ReturnType<typeof risksOf>['all']>[number]

/** What may go wrong in a forum's area, or anywhere, and is watched, the likeliest first; the municipality's own. One statement. */
export const listRisks = (viewer: Viewer, forumId?: string): Risk[] =>
  can.seeDrafts(viewer) ? risksOf(db(), viewer, forumId).all() : []

const risksOf = keptQuery((reader, viewer: Viewer, forumId?: string) =>
  reader
    .select({
      id: risks.id,
      title: risks.title,
      likelihood: risks.likelihood,
      watcherId: risks.watcherId,
      watcher: people.name,
      version: risks.version,
      forum: { slug: forums.slug, name: forums.name, mark: forums.mark },
    })
    .from(risks)
    .innerJoin(forums, eq(forums.id, risks.forumId))
    .innerJoin(people, eq(people.id, risks.watcherId))
    .where(
      and(
        forumId === undefined ? undefined : eq(risks.forumId, forumId),
        isNull(risks.closedAt),
        visible.forums(viewer),
      ),
    )
    .orderBy(
      sql`CASE ${risks.likelihood} WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END`,
      asc(risks.createdAt),
    )
    .prepare(),
)

/** Who can watch one: the municipality's own people, without those who only read. */
export const listWatchers = (reader: Reader) =>
  reader
    .select({ value: people.id, label: people.name, group: parties.shortName })
    .from(people)
    .innerJoin(parties, eq(parties.id, people.partyId))
    .where(
      and(
        isNull(people.deactivatedAt),
        inArray(people.role, ['coordinator', 'department_staff', 'department_lead']),
      ),
    )
    .orderBy(parties.sortKey, people.name)
    .all()

export const watchersOffered = (viewer: Viewer) => (can.developForums(viewer) ? listWatchers(db()) : [])
