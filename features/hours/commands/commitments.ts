import { and, eq } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { commitments, masterPlans, parties } from '@/db/schema'
import { type Actor, record } from '@/features/activity/record'
import { NotFound, Question, Refused } from '@/lib/errors'
import { formatMinutes } from '@/lib/format'
import { newId } from '@/lib/ids'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer } from '@/policy'
import type { ChangeCommitmentInput, CommitmentInput } from '../input'
import { firstDayOf, lastDayOf } from '../rules'

export type CommitmentValues = {
  planId: string
  partyId: string
  year: number
  quarter: number
  minutes: number
  /** Where it is written, as one would quote it. */
  source: string
}

type Kept = { id: string; change: 'created' | 'changed' | 'unchanged' }

/**
 * Inside the caller's transaction, which has authorized: what a department promised a plan in a quarter (S17). There is
 * one promise to each, so a second one takes the place of the first. Refuses a plan or a department there is not, and a
 * quarter that lies wholly before or after the plan.
 */
export function keepCommitment(tx: Transaction, actor: Actor, values: CommitmentValues, now: Date): Kept {
  requirePlan(tx, values)
  requireDepartment(tx, values.partyId)
  const stored = findCommitment(tx, values)
  const { minutes, source, ...key } = values
  if (!stored) {
    const id = newId()
    tx.insert(commitments)
      .values({ id, ...values })
      .run()
    const data = { ...key, minutesAfter: minutes }
    record(tx, actor, { kind: 'commitment.created', subject: ['commitment', id], data }, now)
    return { id, change: 'created' }
  }
  const { id } = stored
  const changed = changedFields<{ minutes: number; source: string }>(stored, { minutes, source })
  if (changed.length === 0) return { id, change: 'unchanged' }
  tx.update(commitments)
    .set({ minutes, source, version: stored.version + 1 })
    .where(eq(commitments.id, id))
    .run()
  const data = { ...key, changed, minutesBefore: stored.minutes, minutesAfter: minutes }
  record(tx, actor, { kind: 'commitment.changed', subject: ['commitment', id], data }, now)
  return { id, change: 'changed' }
}

export function promiseHours(person: Viewer, input: CommitmentInput, now: Date): void {
  const { period, hours, confirm, ...rest } = input
  write((tx) => {
    authorize(can.promiseHours(person))
    const values = { ...rest, ...period, minutes: hours }
    if (findCommitment(tx, values)) throw new Refused('promisedAlready', undefined, 'period')
    askAboutHours(person, input)
    keepCommitment(tx, person, values, now)
  })
}

export function changeCommitment(person: Viewer, input: ChangeCommitmentInput, now: Date): void {
  const { id, version, hours, source } = input
  write((tx) => {
    authorize(can.promiseHours(person))
    const stored = tx.select().from(commitments).where(eq(commitments.id, id)).get()
    if (!stored) throw new NotFound()
    const worded = (minutes: number) => formatMinutes(minutes, person.locale)
    const words = { ...stored, hours: worded(stored.minutes) }
    const typed = { hours: worded(hours), source }
    refuseOverwriting<typeof typed>(words, version, changedFields<typeof typed>(words, typed))
    askAboutHours(person, input)
    const { planId, partyId, year, quarter } = stored
    keepCommitment(tx, person, { planId, partyId, year, quarter, minutes: hours, source }, now)
  })
}

/** More than a person works in a quarter: a point may have been read as a thousand. */
const MANY_MINUTES = 480 * 60

function askAboutHours(person: Viewer, { hours, confirm }: { hours: number; confirm: string[] }): void {
  if (hours <= MANY_MINUTES || confirm.includes('manyHours')) return
  throw new Question('hours', 'manyHours', { hours: formatMinutes(hours, person.locale) })
}

type Key = Pick<CommitmentValues, 'planId' | 'partyId' | 'year' | 'quarter'>

const findCommitment = (tx: Transaction, { planId, partyId, year, quarter }: Key) =>
  tx
    .select()
    .from(commitments)
    .where(
      and(
        eq(commitments.planId, planId),
        eq(commitments.partyId, partyId),
        eq(commitments.year, year),
        eq(commitments.quarter, quarter),
      ),
    )
    .get()

function requirePlan(tx: Transaction, { planId, year, quarter }: Key): void {
  const plan = tx.select().from(masterPlans).where(eq(masterPlans.id, planId)).get()
  if (!plan) throw new Refused('unknown', undefined, 'planId')
  const begun = plan.startsOn === null || plan.startsOn <= lastDayOf({ year, quarter })
  const over = plan.endsOn !== null && plan.endsOn < firstDayOf({ year, quarter })
  if (!begun || over) throw new Refused('quarterOutsidePlan', undefined, 'period')
}

function requireDepartment(tx: Transaction, partyId: string): void {
  const isDepartment = and(eq(parties.id, partyId), eq(parties.kind, 'department'))
  if (!tx.select({ id: parties.id }).from(parties).where(isDepartment).get())
    throw new Refused('unknown', undefined, 'partyId')
}
