import { and, eq, isNull } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader, Transaction } from '@/db/open'
import { agendaItems } from '@/db/schema'
import { record } from '@/features/activity/record'
import { Refused } from '@/lib/errors'
import { authorize, can, type Viewer } from '@/policy'
import { isBeforeHeld } from '../../rules'
import type { MoveItemInput } from '../input'
import { findAgendaItem } from '../queries'
import { moveItem, numberItems } from '../rules'

/** Up, down, or to a place counted from 1, among the items of its own section; refused when there is nowhere to go. */
export function moveAgendaItem(person: Viewer, { id, to }: MoveItemInput, now: Date): void {
  write((tx) => {
    const { meeting } = findAgendaItem(tx, person, id)
    authorize(can.conveneMeetings(person))
    if (!isBeforeHeld(meeting.state)) throw new Refused(`meetingIs_${meeting.state}`)
    const before = placesOf(tx, meeting.id)
    const after = moveItem(before, id, to)
    if (isSameOrder(numberItems(before), after)) {
      if (typeof to === 'number') return
      throw new Refused(to === 'up' ? 'itemIsFirst' : 'itemIsLast')
    }
    renumber(tx, after)
    record(
      tx,
      person,
      {
        kind: 'agenda-item.moved',
        subject: ['agenda-item', id],
        forumId: meeting.forumId,
        data: { meeting: meeting.id, order: after.map((item) => item.id) },
      },
      now,
    )
  })
}

const isSameOrder = (a: { id: string }[], b: { id: string }[]) =>
  a.every(({ id }, index) => id === b[index]?.id)

/** What the order of an agenda is made of; removed items keep their place, to come back to. */
export const placesOf = (reader: Reader, meetingId: string) =>
  reader
    .select({
      id: agendaItems.id,
      position: agendaItems.position,
      kind: agendaItems.kind,
      visibility: agendaItems.visibility,
      proposerPartyId: agendaItems.proposerPartyId,
    })
    .from(agendaItems)
    .where(and(eq(agendaItems.meetingId, meetingId), isNull(agendaItems.removedAt)))
    .orderBy(agendaItems.position)
    .all()

/** Gives the items the positions 1, 2, 3 … in this order. */
export function renumber(tx: Transaction, items: { id: string; position: number }[]): void {
  for (const [index, { id, position }] of items.entries()) {
    if (position === index + 1) continue
    tx.update(agendaItems)
      .set({ position: index + 1 })
      .where(eq(agendaItems.id, id))
      .run()
  }
}
