import { and, eq, max, ne } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader } from '@/db/open'
import { type ClassificationList, classifications } from '@/db/schema'
import { record } from '@/features/activity/record'
import { foldForSearch } from '@/lib/danish-order'
import { NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer } from '@/policy'
import type { ChangeClassificationInput, NewClassificationInput, StartingListInput } from './input'
import { STARTING_LISTS } from './starting-lists'

/** What an initiative can be about, for whom or of what kind; data, since a municipality's strategy changes (S41). */
export function addClassification(
  person: Viewer,
  { list, ...input }: NewClassificationInput,
  now: Date,
): ClassificationList {
  return write((tx) => {
    authorize(can.administer(person))
    const slug = requireFreeName(tx, list, input.nameDa)
    const last = tx
      .select({ position: max(classifications.position) })
      .from(classifications)
      .where(eq(classifications.list, list))
      .get()
    const id = newId()
    tx.insert(classifications)
      .values({ id, list, slug, ...input, position: (last?.position ?? -1) + 1 })
      .run()
    const data = { list }
    record(tx, person, { kind: 'classification.created', subject: ['classification', id], data }, now)
    return list
  })
}

/** What an empty list can begin with; nothing where somebody has begun already. */
export function addStartingList(person: Viewer, { list }: StartingListInput, now: Date): ClassificationList {
  return write((tx) => {
    authorize(can.administer(person))
    if (tx.select().from(classifications).where(eq(classifications.list, list)).get()) return list
    for (const [position, [nameDa, nameEn]] of STARTING_LISTS[list].entries()) {
      const id = newId()
      const names = { slug: foldForSearch(nameDa), nameDa, nameEn }
      tx.insert(classifications)
        .values({ id, list, ...names, position, starting: list === 'activity_kind' })
        .run()
      const data = { list }
      record(tx, person, { kind: 'classification.created', subject: ['classification', id], data }, now)
    }
    return list
  })
}

/** None is ever removed: it ends, and what was filed under it stays there. */
export function changeClassification(
  person: Viewer,
  { id, version, ...input }: ChangeClassificationInput,
  now: Date,
): ClassificationList {
  return write((tx) => {
    authorize(can.administer(person))
    const stored = tx.select().from(classifications).where(eq(classifications.id, id)).get()
    if (!stored) throw new NotFound()
    const { list } = stored
    const changed = changedFields<typeof input>(stored, input)
    if (changed.length === 0) return list
    refuseOverwriting<typeof input>(stored, version, changed)
    const slug = requireFreeName(tx, list, input.nameDa, id)
    tx.update(classifications)
      .set({ ...input, slug, version: stored.version + 1 })
      .where(eq(classifications.id, id))
      .run()
    const data = { list, changed }
    record(tx, person, { kind: 'classification.changed', subject: ['classification', id], data }, now)
    return list
  })
}

/** Two that read alike would be one to everybody; returns the name as it is compared. */
function requireFreeName(reader: Reader, list: ClassificationList, name: string, id = ''): string {
  const slug = foldForSearch(name)
  const taken = reader
    .select({ id: classifications.id })
    .from(classifications)
    .where(and(eq(classifications.list, list), eq(classifications.slug, slug), ne(classifications.id, id)))
    .get()
  if (taken) throw new Refused('nameTaken', { name }, 'nameDa')
  return slug
}
