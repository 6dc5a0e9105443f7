import 'server-only'
import { aliasedTable, and, asc, eq, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { areas, forums, people } from '@/db/schema'
import { compareDanish } from '@/lib/danish-order'
import { NotFound } from '@/lib/errors'
import { can, type Viewer } from '@/policy'

export type AdministeredForum = ReturnType<typeof listAllForums>[number]

const convener = aliasedTable(people, 'convener')

/** Every forum there was, is and will be. Throws NotFound for all but the coordinators. */
export function listAllForums(viewer: Viewer) {
  if (!can.administer(viewer)) throw new NotFound()
  return db()
    .select({
      id: forums.id,
      slug: forums.slug,
      name: forums.name,
      area: areas.name,
      kind: forums.kind,
      areaId: forums.areaId,
      planId: forums.planId,
      mark: forums.mark,
      rhythm: forums.rhythm,
      convenerId: forums.convenerId,
      deputyConvenerId: forums.deputyConvenerId,
      convener: convener.name,
      validFrom: forums.validFrom,
      validTo: forums.validTo,
      version: forums.version,
    })
    .from(forums)
    .innerJoin(areas, eq(areas.id, forums.areaId))
    .leftJoin(convener, eq(convener.id, forums.convenerId))
    .orderBy(asc(forums.position), sql`${forums.kind} <> 'forum'`, asc(forums.name))
    .all()
}

/** Who can convene a forum. */
export function listConveners(viewer: Viewer) {
  if (!can.administer(viewer)) throw new NotFound()
  return db()
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.role, 'coordinator'), isNull(people.deactivatedAt)))
    .all()
    .sort((a, b) => compareDanish(a.name, b.name))
}
