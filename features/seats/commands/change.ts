import { eq } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader, Transaction } from '@/db/open'
import { attendances, seats } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Conflict, NotFound, Refused } from '@/lib/errors'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer } from '@/policy'
import type { ChangeSeatInput, EndSeatInput, SeatInput } from '../input'
import { lastDay, type Period } from '../rules'
import { requireSeatable } from './take'

type Seat = typeof seats.$inferSelect
type Words = Period & { kind: 'ordinary' | 'deputy' }

/** Corrects the dates and the kind of a seat; who sits where for whom stays. */
export function changeSeat(person: Viewer, { id, version, ...input }: ChangeSeatInput, now: Date): void {
  write((tx) => {
    authorize(can.administer(person))
    const seat = findSeat(tx, id)
    const changed = changedFields<Words>(seat, input)
    if (changed.length === 0) return
    refuseOverwriting<Words>(seat, version, changed)
    recordSeatChange(tx, person, seat, input, now)
  })
}

/** In the transaction of what changes the seat, which knows that something differs. Throws Refused when `requireSeatable` does. */
export function recordSeatChange(tx: Transaction, actor: Viewer, seat: Seat, input: Words, now: Date): void {
  const { id, forumId, version } = seat
  requireSeatable(tx, actor, { ...seat, ...input }, id)
  tx.update(seats)
    .set({ ...input, version: version + 1 })
    .where(eq(seats.id, id))
    .run()
  const data = {
    changed: changedFields<Words>(seat, input),
    validFromBefore: seat.validFrom,
    validFromAfter: input.validFrom,
    validToBefore: seat.validTo,
    validToAfter: input.validTo,
    kind: input.kind,
  }
  record(tx, actor, { kind: 'seat.changed', subject: ['seat', id], forumId, data }, now)
}

/** The last day on which the seat is held. */
export function endSeat(person: Viewer, { id, version, endsOn }: EndSeatInput, now: Date): void {
  write((tx) => {
    authorize(can.administer(person))
    const seat = findSeat(tx, id)
    if (seat.version !== version) throw new Conflict('seatChanged')
    if (endsOn < seat.validFrom) throw new Refused('seatEndsBeforeItBegins', undefined, 'endsOn')
    if (seat.validTo !== null && endsOn > seat.validTo)
      throw new Refused('seatEndedEarlier', undefined, 'endsOn')
    tx.update(seats)
      .set({ validTo: endsOn, version: seat.version + 1 })
      .where(eq(seats.id, id))
      .run()
    const data = { validToBefore: seat.validTo, validTo: endsOn }
    record(tx, person, { kind: 'seat.ended', subject: ['seat', id], forumId: seat.forumId, data }, now)
  })
}

/** Takes back a seat that was given by mistake, as long as no meeting has counted on it. */
export function withdrawSeat(person: Viewer, { id, version }: SeatInput, now: Date): void {
  write((tx) => {
    authorize(can.administer(person))
    const seat = findSeat(tx, id)
    if (seat.version !== version) throw new Conflict('seatChanged')
    const used = tx.select({ id: attendances.id }).from(attendances).where(eq(attendances.seatId, id)).get()
    if (used) throw new Refused('seatWasUsed')
    tx.update(seats)
      .set({ validTo: lastDay(seat, ''), version: seat.version + 1 })
      .where(eq(seats.id, id))
      .run()
    const data = { validFrom: seat.validFrom, validToBefore: seat.validTo }
    record(tx, person, { kind: 'seat.withdrawn', subject: ['seat', id], forumId: seat.forumId, data }, now)
  })
}

function findSeat(reader: Reader, id: string) {
  const seat = reader.select().from(seats).where(eq(seats.id, id)).get()
  if (!seat) throw new NotFound()
  return seat
}
