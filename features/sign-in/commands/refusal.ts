import { and, eq, gt } from 'drizzle-orm'
import type { Attempt } from '@/auth/rate-limit'
import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { type EventData, events } from '@/db/schema'
import { record } from '@/features/activity/record'
import type { MailRefusal, Refusal } from '../rules'

const KIND = 'sign-in.refused'
const MINUTE = 60_000

/**
 * Puts on record that somebody was not let in; the data names no one. The same again within a minute stays out,
 * so that whoever knocks all day does not fill the record.
 */
export function recordRefusal(
  tx: Transaction,
  reason: Refusal | MailRefusal,
  data: EventData,
  now: Date,
): void {
  const justBefore = tx
    .select({ seq: events.seq })
    .from(events)
    .where(
      and(
        eq(events.kind, KIND),
        gt(events.at, new Date(now.getTime() - MINUTE)),
        eq(events.subjectId, reason),
        eq(events.data, data),
      ),
    )
    .get()
  if (!justBefore) record(tx, { job: 'sign-in' }, { kind: KIND, subject: ['sign-in', reason], data }, now)
}

/** A round trip to the municipality's sign-in ended with nobody. */
export function recordFailedTrip(reason: Refusal, now: Date): void {
  write((tx) => recordRefusal(tx, reason, { by: 'oidc' }, now))
}

/** One attempt too many, at whatever. */
export function recordTooOften(what: Attempt['what'], now: Date): void {
  write((tx) => recordRefusal(tx, 'tooOften', { what }, now))
}
