import { and, eq, gt, isNull, ne, or, type SQL } from 'drizzle-orm'
import type { Transaction } from '@/db/open'
import { seats } from '@/db/schema'
import { record } from '@/features/activity/record'
import type { PlainDate } from '@/lib/dates'
import type { Viewer } from '@/policy'
import { lastDay } from '../rules'

export type EndedSeat = typeof seats.$inferSelect

type Whose = { personId: string /** Seats for this one stay. */; exceptFor?: string }

/** In the transaction of its cause: ends what the person holds or was to hold after the day. Returns the seats as they were. */
export const endSeatsOfPerson = (
  tx: Transaction,
  actor: Viewer,
  { personId, exceptFor = '' }: Whose,
  day: PlainDate,
  now: Date,
): EndedSeat[] =>
  endSeats(tx, actor, and(eq(seats.personId, personId), ne(seats.partyId, exceptFor)), day, now)

/** The same for everybody who sits for a party. */
export const endSeatsOfParty = (
  tx: Transaction,
  actor: Viewer,
  partyId: string,
  day: PlainDate,
  now: Date,
): EndedSeat[] => endSeats(tx, actor, eq(seats.partyId, partyId), day, now)

/** Held or still to be held after a day. */
const isHeldAfter = (day: PlainDate) => or(isNull(seats.validTo), gt(seats.validTo, day))

function endSeats(
  tx: Transaction,
  actor: Viewer,
  whose: SQL | undefined,
  day: PlainDate,
  now: Date,
): EndedSeat[] {
  const ended = tx
    .select()
    .from(seats)
    .where(and(whose, isHeldAfter(day)))
    .all()
    .filter((seat) => seat.validTo === null || seat.validTo >= seat.validFrom)
  for (const seat of ended) {
    const validTo = lastDay(seat, day)
    tx.update(seats)
      .set({ validTo, version: seat.version + 1 })
      .where(eq(seats.id, seat.id))
      .run()
    const data = { validToBefore: seat.validTo, validTo }
    record(tx, actor, { kind: 'seat.ended', subject: ['seat', seat.id], forumId: seat.forumId, data }, now)
  }
  return ended
}
