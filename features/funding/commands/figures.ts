import { and, eq, isNull, ne } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader, Transaction } from '@/db/open'
import { fundingFigures } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer } from '@/policy'
import type { ChangeFigureInput, NewFigureInput, RemovalInput } from '../input'
import { requirePeriod } from '../queries/funding'

/** An amount a source states of a period (S21, S55–S57). */
export function addFigure(person: Viewer, input: NewFigureInput, now: Date): void {
  write((tx) => {
    authorize(can.keepFunding(person))
    const { periodId } = input
    requirePeriod(tx, periodId)
    requireOnly(tx, input)
    const id = newId()
    tx.insert(fundingFigures)
      .values({ id, ...input })
      .run()
    record(
      tx,
      person,
      { kind: 'funding-figure.created', subject: ['funding-figure', id], data: { periodId } },
      now,
    )
  })
}

export function changeFigure(person: Viewer, { id, version, ...input }: ChangeFigureInput, now: Date): void {
  write((tx) => {
    authorize(can.keepFunding(person))
    const stored = load(tx, id, input.periodId)
    const changed = changedFields<typeof input>(stored, input)
    if (changed.length === 0) return
    refuseOverwriting<typeof input>(stored, version, changed)
    requireOnly(tx, input, id)
    tx.update(fundingFigures)
      .set({ ...input, version: stored.version + 1 })
      .where(eq(fundingFigures.id, id))
      .run()
    record(
      tx,
      person,
      { kind: 'funding-figure.changed', subject: ['funding-figure', id], data: { changed } },
      now,
    )
  })
}

export function removeFigure(person: Viewer, { id, version, periodId }: RemovalInput, now: Date): void {
  write((tx) => {
    authorize(can.keepFunding(person))
    const stored = load(tx, id, periodId)
    if (stored.version !== version) throw new Conflict('fundingChanged')
    tx.update(fundingFigures)
      .set({ removedAt: now, version: version + 1 })
      .where(eq(fundingFigures.id, id))
      .run()
    record(tx, person, { kind: 'funding-figure.removed', subject: ['funding-figure', id] }, now)
  })
}

function load(tx: Transaction, id: string, periodId: string) {
  const stored = tx
    .select()
    .from(fundingFigures)
    .where(
      and(eq(fundingFigures.id, id), eq(fundingFigures.periodId, periodId), isNull(fundingFigures.removedAt)),
    )
    .get()
  if (!stored) throw new NotFound()
  return stored
}

/** One of each kind, expected or actual: a second would leave open which of them is counted with. */
function requireOnly(reader: Reader, { periodId, kind, nature }: NewFigureInput, id = ''): void {
  const taken = reader
    .select({ id: fundingFigures.id })
    .from(fundingFigures)
    .where(
      and(
        eq(fundingFigures.periodId, periodId),
        eq(fundingFigures.kind, kind),
        eq(fundingFigures.nature, nature),
        isNull(fundingFigures.removedAt),
        ne(fundingFigures.id, id),
      ),
    )
    .get()
  if (taken) throw new Refused('figureTaken', {}, 'kind')
}
