import { and, eq, gte, lte, ne } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader, Transaction } from '@/db/open'
import { ALLOCATION_CATEGORIES, periods, splitParts } from '@/db/schema'
import { record } from '@/features/activity/record'
import { NotFound, Refused } from '@/lib/errors'
import { formatHundredths } from '@/lib/format'
import { newId } from '@/lib/ids'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer } from '@/policy'
import type { ChangePeriodInput, NewPeriodInput } from './input'
import { periodsOf } from './queries'

export function addPeriod(person: Viewer, input: NewPeriodInput, now: Date): void {
  write((tx) => {
    authorize(can.administer(person))
    requireOwnYears(tx, input)
    requireSum(person, input)
    const id = newId()
    const { activity, coordination, ...words } = input
    tx.insert(periods)
      .values({ id, ...words })
      .run()
    keepSplit(tx, id, { activity, coordination })
    const { startsOn, endsOn } = input
    record(tx, person, { kind: 'period.created', subject: ['period', id], data: { startsOn, endsOn } }, now)
  })
}

export function changePeriod(person: Viewer, { id, version, ...input }: ChangePeriodInput, now: Date): void {
  write((tx) => {
    authorize(can.administer(person))
    const period = periodsOf(tx).where(eq(periods.id, id)).get()
    if (!period) throw new NotFound()
    const changed = changedFields<typeof input>(period, input)
    if (changed.length === 0) return
    refuseOverwriting<typeof input>(period, version, changed)
    requireOwnYears(tx, input, id)
    requireSum(person, input)
    const { activity, coordination, ...words } = input
    tx.update(periods)
      .set({ ...words, version: period.version + 1 })
      .where(eq(periods.id, id))
      .run()
    keepSplit(tx, id, { activity, coordination })
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
function requireOwnYears(reader: Reader, input: NewPeriodInput, id = ''): void {
  const { name, startsOn, endsOn, teamEndsOn } = input
  if (teamEndsOn !== null && teamEndsOn > endsOn) throw new Refused('teamBeyondPeriod', {}, 'teamEndsOn')
  const others = reader.select({ name: periods.name }).from(periods).where(ne(periods.id, id)).all()
  if (others.some((other) => other.name === name)) throw new Refused('nameTaken', { name }, 'name')
  const overlapping = reader
    .select({ name: periods.name })
    .from(periods)
    .where(and(ne(periods.id, id), lte(periods.startsOn, endsOn), gte(periods.endsOn, startsOn)))
    .get()
  if (overlapping) throw new Refused('periodsOverlap', { name: overlapping.name }, 'startsOn')
}

/** The parts of the share make up the share (S60). Both in basis points of the total investment. */
function requireSum(person: Viewer, { shareBasisPoints, activity, coordination }: NewPeriodInput): void {
  const parts = [activity ?? 0, coordination ?? 0]
  const sum = parts.reduce((all, part) => all + part, 0)
  if (sum === 0 || sum === shareBasisPoints) return
  const percent = (basisPoints: number) => formatHundredths(basisPoints, person.locale)
  const values = { sum: `${parts.map(percent).join(' + ')} = ${percent(sum)}` }
  if (shareBasisPoints === null) throw new Refused('splitWithoutShare', values, 'shareBasisPoints')
  throw new Refused('splitMisses', { ...values, share: percent(shareBasisPoints) }, 'activity')
}

/** A part that is no longer given is nothing. */
function keepSplit(
  tx: Transaction,
  periodId: string,
  parts: Pick<NewPeriodInput, 'activity' | 'coordination'>,
): void {
  for (const category of ALLOCATION_CATEGORIES) {
    const basisPoints = parts[category] ?? 0
    tx.insert(splitParts)
      .values({ periodId, category, basisPoints })
      .onConflictDoUpdate({ target: [splitParts.periodId, splitParts.category], set: { basisPoints } })
      .run()
  }
}
