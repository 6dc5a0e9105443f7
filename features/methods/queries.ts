import 'server-only'
import { and, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { areas, forums, methods, methodTrials } from '@/db/schema'
import { shortName } from '@/features/forums/queries/short-name'
import { compareDanish } from '@/lib/danish-order'
import { NotFound } from '@/lib/errors'
import { type Viewer, visible } from '@/policy'

export type ListedMethod = ReturnType<typeof listMethods>[number]

/** Every method, with what the forums that the viewer looks into have tried of it. Two statements. */
export function listMethods(viewer: Viewer) {
  const trials = Map.groupBy(trialsSeen(viewer), ({ methodId }) => methodId)
  return db()
    .select({ id: methods.id, title: methods.title, activityKindId: methods.activityKindId })
    .from(methods)
    .all()
    .map((method) => ({ ...method, trials: trials.get(method.id) ?? [] }))
    .sort((a, b) => compareDanish(a.title, b.title))
}

/** Throws NotFound. Two statements. */
export function getMethod(viewer: Viewer, id: string) {
  return { ...findMethod(db(), id), trials: trialsSeen(viewer, id) }
}

export function findMethod(reader: Reader, id: string) {
  const method = reader.select().from(methods).where(eq(methods.id, id)).get()
  if (!method) throw new NotFound()
  return method
}

const trialsSeen = (viewer: Viewer, methodId?: string) =>
  db()
    .select({
      methodId: methodTrials.methodId,
      forumId: forums.id,
      slug: forums.slug,
      forum: shortName,
      result: methodTrials.result,
      triedBy: methodTrials.triedBy,
      startedOn: methodTrials.startedOn,
      note: methodTrials.note,
    })
    .from(methodTrials)
    .innerJoin(forums, eq(forums.id, methodTrials.forumId))
    .innerJoin(areas, eq(areas.id, forums.areaId))
    .where(and(visible.forums(viewer), methodId ? eq(methodTrials.methodId, methodId) : undefined))
    .orderBy(forums.position)
    .all()
