import { and, eq, gte, lte, ne } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader } from '@/db/open'
import { periods } from '@/db/schema'
import { record } from '@/features/activity/record'
import { NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer } from '@/policy'
import type { ChangePeriodInput, NewPeriodInput } from './input'

export function addPeriod(person: Viewer, input: NewPeriodInput, now: Date): void {
  write((tx) => {
    authorize(can.administer(person))
    requireOwnYears(tx, input)
    const id = newId()
    tx.insert(periods)
      .values({ id, ...input })
      .run()
    const { startsOn, endsOn } = input
    record(tx, person, { kind: 'period.created', subject: ['period', id], data: { startsOn, endsOn } }, now)
  })
}

export function changePeriod(person: Viewer, { id, version, ...input }: ChangePeriodInput, now: Date): void {
  write((tx) => {
    authorize(can.administer(person))
    const period = tx.select().from(periods).where(eq(periods.id, id)).get()
    if (!period) throw new NotFound()
    const changed = changedFields<typeof input>(period, input)
    if (changed.length === 0) return
    refuseOverwriting<typeof input>(period, version, changed)
    requireOwnYears(tx, input, id)
    tx.update(periods)
      .set({ ...input, version: period.version + 1 })
      .where(eq(periods.id, id))
      .run()
    const { startsOn, endsOn } = input
    record(
      tx,
      person,
      { kind: 'period.changed', subject: ['period', id], data: { changed, startsOn, endsOn } },
      now,
    )
  })
}

/** A day belongs to one period, else a figure would be counted twice. */
function requireOwnYears(reader: Reader, { name, startsOn, endsOn }: NewPeriodInput, id = ''): void {
  const others = reader.select({ name: periods.name }).from(periods).where(ne(periods.id, id)).all()
  if (others.some((other) => other.name === name)) throw new Refused('nameTaken', { name }, 'name')
  const overlapping = reader
    .select({ name: periods.name })
    .from(periods)
    .where(and(ne(periods.id, id), lte(periods.startsOn, endsOn), gte(periods.endsOn, startsOn)))
    .get()
  if (overlapping) throw new Refused('periodsOverlap', { name: overlapping.name }, 'startsOn')
}
