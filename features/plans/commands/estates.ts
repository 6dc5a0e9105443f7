import { and, eq, ne } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader } from '@/db/open'
import { estates } from '@/db/schema'
import { record } from '@/features/activity/record'
import { NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer } from '@/policy'
import type { ChangeEstateInput, NewEstateInput } from '../input'
import { loadPlan } from './load'

export function addEstate(person: Viewer, { planId, ...estate }: NewEstateInput, now: Date): void {
  write((tx) => {
    const plan = loadPlan(tx, person, planId)
    authorize(can.editPlan(person, plan))
    const { areaId } = plan
    requireFreeEstate(tx, areaId, estate.name)
    const id = newId()
    tx.insert(estates)
      .values({ id, planId, areaId, ...estate })
      .run()
    record(tx, person, { kind: 'estate.created', subject: ['estate', id], data: { planId } }, now)
  })
}

/** Its name, and where it lies. */
export function changeEstate(person: Viewer, { id, version, ...estate }: ChangeEstateInput, now: Date): void {
  write((tx) => {
    const stored = tx.select().from(estates).where(eq(estates.id, id)).get()
    if (!stored?.planId) throw new NotFound()
    const plan = loadPlan(tx, person, stored.planId)
    authorize(can.editPlan(person, plan))
    const changed = changedFields<typeof estate>(stored, estate)
    if (changed.length === 0) return
    refuseOverwriting<typeof estate>(stored, version, changed)
    requireFreeEstate(tx, stored.areaId, estate.name, id)
    tx.update(estates)
      .set({ ...estate, version: version + 1 })
      .where(eq(estates.id, id))
      .run()
    record(tx, person, { kind: 'estate.changed', subject: ['estate', id], data: { changed } }, now)
  })
}

function requireFreeEstate(reader: Reader, areaId: string, name: string, id = ''): void {
  const taken = reader
    .select({ id: estates.id })
    .from(estates)
    .where(and(eq(estates.areaId, areaId), eq(estates.name, name), ne(estates.id, id)))
    .get()
  if (taken) throw new Refused('nameTaken', { name }, 'name')
}
